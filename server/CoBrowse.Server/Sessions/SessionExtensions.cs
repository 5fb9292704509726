using CoBrowse.Server.Identity;
using CoBrowse.Sessions;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace CoBrowse.Server.Sessions;

internal static class SessionExtensions
{
    public static void AddSessions(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.TryAddSingleton(TimeProvider.System);
        services.AddOptions<SessionOptions>().BindConfiguration("Sessions").ValidateOnStart();
        services.AddSingleton<IValidateOptions<SessionOptions>, SessionOptionsValidation>();
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<SessionOptions>>().Value.ToRules());
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<SessionOptions>>().Value.ToCodeLimits());
        services.AddSingleton<CodeAttempts>();
        services.AddSingleton<SessionDirectory>();
        services.AddSingleton<Roster>();
        services.AddSingleton<ISessionListener, SessionListener>();
        services.AddSingleton<SessionRelay>();
        services.AddSingleton<SessionNews>();
        services.AddRateLimiter(limiter => limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests);
        services.AddOptions<RateLimiterOptions>().Configure<IOptions<SessionOptions>>((limiter, options) =>
            limiter.AddPolicy(SessionEndpoints.RateLimit, AddressLimit.PerMinute(options.Value.OpenedPerMinute)));
    }
}
