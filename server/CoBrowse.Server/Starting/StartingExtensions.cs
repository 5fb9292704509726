using CoBrowse.Server.Hubs;
using CoBrowse.Server.Identity;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace CoBrowse.Server.Starting;

internal static class StartingExtensions
{
    public static void AddStarting(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<StartingOptions>().BindConfiguration("Starting").ValidateOnStart();
        services.AddSingleton<IValidateOptions<StartingOptions>, StartingOptionsValidation>();
        services.AddSingleton<AgentsOnline>();
        services.AddSingleton<AgentLinks>();
        services.AddSingleton<Invitations>();
        services.AddSingleton<FormerAgents>();
        services.AddSingleton<StartingNews>();
        services.AddSingleton<SessionBeginning>();
        services.AddSingleton<CustomerProofs>();
        services.AddOptions<RateLimiterOptions>().Configure<IOptions<StartingOptions>>((limiter, options) =>
            limiter.AddPolicy(InvitationEndpoints.RateLimit, AddressLimit.PerMinute(options.Value.ListeningPerMinute)));
    }
}
