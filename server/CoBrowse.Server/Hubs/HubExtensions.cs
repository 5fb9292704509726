using CoBrowse.Protocol;
using CoBrowse.Server.Identity;
using CoBrowse.Server.Tenants;
using CoBrowse.SignalR;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR;

namespace CoBrowse.Server.Hubs;

internal static class HubExtensions
{
    public static void AddHubs(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
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

    public static void MapHubs(this WebApplication app)
    {
        app.MapRelayedHub<CustomerHub>(CustomerHubNames.Path, Configure)
            .RequireAuthorization(Policies.CustomerHub)
            .RequireCors(TenantCorsPolicy.Name);
        app.MapRelayedHub<AgentHub>(AgentHubNames.Path, Configure).RequireAuthorization(Policies.AgentHub);
    }

    private static void Configure(HttpConnectionDispatcherOptions options) => options.CloseOnAuthenticationExpiration = true;
}
