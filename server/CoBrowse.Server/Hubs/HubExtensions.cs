using System.Threading.RateLimiting;
using CoBrowse.Protocol;
using CoBrowse.Server.Identity;
using CoBrowse.Server.Network;
using CoBrowse.Server.Tenants;
using CoBrowse.SignalR;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Options;

namespace CoBrowse.Server.Hubs;

internal static class HubExtensions
{
    private const string RateLimit = "hubs";

    public static void AddHubs(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<HubOptions>().Configure<IOptions<NetworkOptions>>((hub, network) => hub.HandshakeTimeout = network.Value.Limits.HubHandshake);
        services.AddOptions<ConnectionOptions>().Configure<IOptions<NetworkOptions>>((connection, network) =>
            connection.DisconnectTimeout = network.Value.Limits.Negotiated);
        services.AddOptions<RateLimiterOptions>().Configure<IOptions<NetworkOptions>>((limiter, network) =>
            limiter.AddPolicy(RateLimit, Negotiations(network.Value.Limits.NegotiationsPerMinute)));
        services.AddSingleton<DisabledAgents>();
        services.AddHostedService(provider => provider.GetRequiredService<DisabledAgents>());
        services.AddSingleton<GuidanceGate>();
        services.AddSingleton<DeskRoles>();
        services.AddSingleton<CallRate>();
        services.AddSignalR(options =>
        {
            options.MaximumParallelInvocationsPerClient = 1;
            options.EnableDetailedErrors = false;
            options.AddFilter<DisabledAgents>();
            options.AddFilter<CallRate>();
        }).AddCoBrowseProtocol();
        services.AddFrameRelay();
        services.AddOptions<FrameRelayOptions>().BindConfiguration("Relay");
    }

    public static void UseHubOrigins(this WebApplication app) => app.UseMiddleware<HubOriginFilter>();

    /// <summary>Before anything is checked that costs more than counting.</summary>
    public static void UseHubLimits(this WebApplication app) => app.UseMiddleware<HubFloodFilter>();

    public static bool IsNegotiation(HttpContext context) => context.Request.Path.Value?.EndsWith("/negotiate", StringComparison.Ordinal) == true;

    public static void MapHubs(this WebApplication app)
    {
        app.MapRelayedHub<CustomerHub>(CustomerHubNames.Path, Configure)
            .RequireAuthorization(Policies.CustomerHub)
            .RequireCors(TenantCorsPolicy.Name)
            .RequireRateLimiting(RateLimit);
        app.MapRelayedHub<AgentHub>(AgentHubNames.Path, Configure).RequireAuthorization(Policies.AgentHub).RequireRateLimiting(RateLimit);
    }

    // A ticket is good for many negotiations until the first connection, and each holds memory for a while.
    private static Func<HttpContext, RateLimitPartition<string>> Negotiations(int perMinute)
    {
        var limit = AddressLimit.PerMinute(perMinute);
        return context => IsNegotiation(context) ? limit(context) : RateLimitPartition.GetNoLimiter("connected");
    }

    private static void Configure(HttpConnectionDispatcherOptions options) => options.CloseOnAuthenticationExpiration = true;
}
