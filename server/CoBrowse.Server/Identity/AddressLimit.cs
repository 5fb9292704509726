using System.Threading.RateLimiting;
using CoBrowse.Server.Network;

namespace CoBrowse.Server.Identity;

/// <summary>So many requests a minute from one address; of IPv6, from one /64, since that is what one customer gets.</summary>
internal static class AddressLimit
{
    public static Func<HttpContext, RateLimitPartition<string>> PerMinute(int permits) => context =>
        RateLimitPartition.GetFixedWindowLimiter(KeyOf(context), _ => new FixedWindowRateLimiterOptions
        {
            PermitLimit = permits,
            Window = TimeSpan.FromMinutes(1),
        });

    public static string KeyOf(HttpContext context) => AddressCounts.KeyOf(context.Connection.RemoteIpAddress);
}
