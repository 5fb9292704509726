using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CoBrowse.SignalR.Tests.Host;

/// <summary>A real Kestrel with the test hubs behind the relay.</summary>
public sealed class RelayHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private RelayHost(WebApplication app) => _app = app;

    public string Address => _app.Urls.Single();

    public HostEvents Events => _app.Services.GetRequiredService<HostEvents>();

    public FrameRelay Relay => _app.Services.GetRequiredService<FrameRelay>();

    public static async Task<RelayHost> StartAsync(Action<FrameRelayOptions>? relay = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var events = new HostEvents();
        builder.Logging.AddProvider(events);
        builder.Services.AddSingleton(events);
        builder.Services.AddSignalR(o => o.ClientTimeoutInterval = TimeSpan.FromMinutes(2)).AddCoBrowseProtocol()
            .AddHubOptions<TestHub>(o => o.MaximumReceiveMessageSize = 8 * 1024 * 1024)
            .AddHubOptions<ImpatientHub>(o => (o.ClientTimeoutInterval, o.KeepAliveInterval) = (TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(1)));
        builder.Services.AddFrameRelay(o =>
        {
            o.HubPingInterval = TimeSpan.FromMilliseconds(100);
            relay?.Invoke(o);
        });
        builder.Services.AddAuthentication("query").AddScheme<AuthenticationSchemeOptions, QueryAuthentication>("query", null);
        builder.Services.AddAuthorization();
        var app = builder.Build();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapRelayedHub<TestHub>("/hub");
        app.MapRelayedHub<ImpatientHub>("/impatient");
        app.MapRelayedHub<GuardedHub>("/guarded");
        app.MapRelayedHub<TestHub>("/required").RequireAuthorization();
        await app.StartAsync();
        return new RelayHost(app);
    }

    public async ValueTask DisposeAsync()
    {
        // Clients of a test that failed may still be connected; nothing is learned by waiting for them.
        using var now = new CancellationTokenSource(TimeSpan.Zero);
        await _app.StopAsync(now.Token);
        await _app.DisposeAsync();
    }

    private sealed class QueryAuthentication(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync()
        {
            var token = Request.Query["access_token"].ToString() is { Length: > 0 } query ? query : Request.Headers.Authorization.ToString().Replace("Bearer ", "", StringComparison.Ordinal);
            if (token != "let-me-in") return Task.FromResult(AuthenticateResult.NoResult());
            var identity = new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, "someone")], Scheme.Name);
            return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Scheme.Name)));
        }
    }
}
