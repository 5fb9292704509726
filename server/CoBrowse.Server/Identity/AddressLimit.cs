using System.Net;
using System.Threading.RateLimiting;

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

    public static string KeyOf(HttpContext context)
    {
        var address = context.Connection.RemoteIpAddress ?? IPAddress.None;
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        return address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6
            ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8))
            : address.ToString();
    }
}
