using CoBrowse.Server.Identity;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace CoBrowse.Server.Tickets;

internal static class TicketExtensions
{
    public static void AddTickets(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<TicketOptions>()
            .BindConfiguration("Tickets")
            .Validate(options => options.Lifetime > TimeSpan.Zero && options.Lifetime <= TimeSpan.FromMinutes(5),
                "Tickets:Lifetime must be more than zero and at most 5 minutes.")
            .Validate(options => options.PerMinute > 0, "Tickets:PerMinute must be more than zero.")
            .ValidateOnStart();
        builder.Services.AddSingleton<TicketBooth>();
        builder.Services.AddSingleton<CallerGate>();
        builder.Services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, TicketScheme>(TicketScheme.Name, null);
        builder.Services.AddOptions<RateLimiterOptions>().Configure<IOptions<TicketOptions>>((limiter, options) =>
            limiter.AddPolicy(TicketEndpoints.RateLimit, AddressLimit.PerMinute(options.Value.PerMinute)));
    }
}
