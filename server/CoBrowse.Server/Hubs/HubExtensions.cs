using CoBrowse.Protocol;
using CoBrowse.Server.Identity;
using CoBrowse.Server.Tenants;
using CoBrowse.SignalR;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Options;

namespace CoBrowse.Server.Hubs;

internal static class HubExtensions
{
    // What surrounds a frame in its hub message.
    private const int Envelope = 1024;

    public static void AddHubs(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<DisabledAgents>();
        services.AddHostedService(provider => provider.GetRequiredService<DisabledAgents>());
        services.AddSingleton<GuidanceGate>();
        services.AddSignalR(options =>
        {
            options.MaximumReceiveMessageSize = ProtocolLimits.FrameBytes + Envelope;
            options.MaximumParallelInvocationsPerClient = 1;
            options.EnableDetailedErrors = false;
            options.AddFilter<DisabledAgents>();
        }).AddCoBrowseProtocol();
        services.AddFrameRelay();
        services.AddOptions<RelayOptions>()
            .BindConfiguration("Relay")
            .Validate(relay => relay.LiveBudgetBytes >= ProtocolLimits.FrameBytes,
                $"Relay:LiveBudgetBytes must be at least {ProtocolLimits.FrameBytes}.")
            .ValidateOnStart();
        services.AddOptions<FrameRelayOptions>().Configure<IOptions<RelayOptions>>((relay, options) =>
            (relay.Splice, relay.LiveBudgetBytes) = (options.Value.Splice, options.Value.LiveBudgetBytes));
    }

    public static void UseHubOrigins(this WebApplication app) => app.UseMiddleware<HubOriginFilter>();

    public static void MapHubs(this WebApplication app)
    {
        app.MapRelayedHub<CustomerHub>(CustomerHubNames.Path, Configure)
            .RequireAuthorization(Policies.CustomerHub)
            .RequireCors(TenantCorsPolicy.Name);
        app.MapRelayedHub<AgentHub>(AgentHubNames.Path, Configure).RequireAuthorization(Policies.AgentHub);
    }

    private static void Configure(HttpConnectionDispatcherOptions options) => options.CloseOnAuthenticationExpiration = true;
}
