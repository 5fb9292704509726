using CoBrowse.Server.WebFiles;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace CoBrowse.Server.DemoPortal;

/// <summary>The demo bank: the same process, another port, hence another origin. Strict as a bank should be.</summary>
internal static class DemoPortalExtensions
{
    public static void AddDemoPortal(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<DemoPortalOptions>()
            .BindConfiguration("DemoPortal")
            .Validate<IHostEnvironment>(
                (portal, environment) => portal.Address.Length == 0 || environment.IsDevelopment(),
                "DemoPortal:Address is set outside Development.")
            .Validate(
                portal => portal.Address.Length == 0 || Uri.TryCreate(portal.Address, UriKind.Absolute, out _),
                "DemoPortal:Address must be an address such as http://localhost:5081.")
            .ValidateOnStart();
        builder.Services.AddHostedService<StartMessage>();

        // Kestrel listens where the portal is, also when only the server's own address was given.
        var address = builder.Configuration["DemoPortal:Address"];
        var urls = builder.Configuration["urls"];
        if (builder.Environment.IsDevelopment() && !string.IsNullOrEmpty(address))
        {
            var all = (urls ?? "http://localhost:5080").Split(';', StringSplitOptions.RemoveEmptyEntries);
            builder.WebHost.UseUrls(string.Join(';', all.Append(address).Distinct()));
        }
    }

    public static void UseDemoPortal(this WebApplication app)
    {
        var address = app.Services.GetRequiredService<IOptions<DemoPortalOptions>>().Value.Address;
        if (address.Length == 0)
            return;
        var port = new Uri(address).Port;
        var files = app.Services.GetRequiredService<WebFolder>().Part("demo");
        var pages = new DemoPages(files);
        app.MapWhen(context => context.Connection.LocalPort == port, portal =>
        {
            portal.Use(async (context, next) =>
            {
                var server = ServerAddress(app.Services, address);
                context.Response.Headers.ContentSecurityPolicy = PolicyFor(server);
                context.Response.Headers.CacheControl = "no-cache";
                if (HttpMethods.IsGet(context.Request.Method)
                    && await pages.FindAsync(context.Request.Path, server, context.RequestAborted) is { } page)
                {
                    context.Response.ContentType = "text/html; charset=utf-8";
                    await context.Response.WriteAsync(page, context.RequestAborted);
                    return;
                }

                await next(context);
            });
            portal.UseStaticFiles(new StaticFileOptions { FileProvider = files });
        });
    }

    /// <summary>Where the server itself is: its first address that is not the portal's, where there is a portal.</summary>
    public static string ServerAddress(IServiceProvider services, string portal) =>
        services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses
            .Select(address => address.Replace("[::]", "localhost", StringComparison.Ordinal).TrimEnd('/'))
            .FirstOrDefault(address => portal.Length == 0 || new Uri(address).Port != new Uri(portal).Port)
        ?? "http://localhost:5080";

    private static string PolicyFor(string server) =>
        $"default-src 'none'; script-src 'self' {server}; connect-src 'self' {server} {server.Replace("http", "ws", StringComparison.Ordinal)}; "
        + "style-src 'self'; img-src 'self' data:; font-src 'self'; frame-src 'self'; form-action 'self'; object-src 'none'; "
        + "base-uri 'none'; frame-ancestors 'self'; require-trusted-types-for 'script'";
}
