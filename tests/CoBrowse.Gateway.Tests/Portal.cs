using CoBrowse.Gateway;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace CoBrowse.Gateway.Tests;

/// <summary>A real portal, a real CoBrowse server's stand-in and a real gateway between them and an HTTP client.</summary>
internal sealed class Portal : IAsyncDisposable
{
    private readonly WebApplication _portal;
    private readonly WebApplication _server;
    private readonly WebApplication _gateway;

    private Portal(WebApplication portal, WebApplication server, WebApplication gateway)
    {
        (_portal, _server, _gateway) = (portal, server, gateway);
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, AutomaticDecompression = System.Net.DecompressionMethods.None })
        {
            BaseAddress = new Uri(GatewayOrigin),
        };
    }

    public HttpClient Client { get; }

    public string PortalOrigin => Address(_portal);

    public string GatewayOrigin => Address(_gateway);

    /// <summary>The tag that this gateway puts into pages.</summary>
    public string Tag =>
        $"<script async src=\"{GatewayOrigin}/_cobrowse/snippet/cobrowse.js\" data-tenant=\"demo\" data-server=\"{GatewayOrigin}/_cobrowse\"></script>";

    public static async Task<Portal> StartAsync(RequestDelegate portal, RequestDelegate? server = null, params (string Name, string Value)[] settings)
    {
        var portalApp = await HostAsync(portal);
        var serverApp = await HostAsync(server ?? (context =>
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }));

        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel().UseUrls("http://127.0.0.1:0");
        builder.Configuration["Gateway:Portal"] = Address(portalApp);
        builder.Configuration["Gateway:Server"] = Address(serverApp);
        foreach (var (name, value) in settings)
            builder.Configuration["Gateway:" + name] = value;
        builder.Services.AddGateway(builder.Configuration);
        var gateway = builder.Build();
        gateway.MapGateway();
        await gateway.StartAsync();
        return new Portal(portalApp, serverApp, gateway);
    }

    /// <summary>A portal that answers every address with this page.</summary>
    public static Task<Portal> WithPageAsync(byte[] page, string contentType = "text/html; charset=utf-8", Action<HttpResponse>? headers = null, params (string, string)[] settings) =>
        StartAsync(
            async context =>
            {
                context.Response.ContentType = contentType;
                context.Response.ContentLength = page.Length;
                headers?.Invoke(context.Response);
                await context.Response.Body.WriteAsync(page);
            },
            settings: settings);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _gateway.DisposeAsync();
        await _portal.DisposeAsync();
        await _server.DisposeAsync();
    }

    private static async Task<WebApplication> HostAsync(RequestDelegate answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel().UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.UseWebSockets();
        app.Run(answer);
        await app.StartAsync();
        return app;
    }

    private static string Address(WebApplication app) => app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
}
