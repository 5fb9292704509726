using CoBrowse.Server.Identity;
using CoBrowse.Storage.History;
using Microsoft.AspNetCore.RateLimiting;

namespace CoBrowse.Server.History;

internal static class HistoryExtensions
{
    // Each page opens many sealed texts. An office behind one address searches no more than this.
    private const int PerMinute = 300;

    public static void AddHistory(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<HistoryStore>();
        builder.Services.AddOptions<RateLimiterOptions>().Configure(limiter => limiter.AddPolicy(HistoryEndpoints.RateLimit, AddressLimit.PerMinute(PerMinute)));
    }
}
