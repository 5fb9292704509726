using System.Collections.Concurrent;
using System.Net;

namespace CoBrowse.Server.Network;

/// <summary>How many of something each address has at once; of IPv6, each /64, since that is what one customer gets.</summary>
internal sealed class AddressCounts(int most)
{
    private readonly ConcurrentDictionary<string, int> counts = new(StringComparer.Ordinal);

    public static string KeyOf(IPAddress? address)
    {
        address ??= IPAddress.None;
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        return address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6
            ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8))
            : address.ToString();
    }

    /// <summary>One more, if there may be one; it is given back by <see cref="Return"/>.</summary>
    public bool Take(string key)
    {
        if (counts.AddOrUpdate(key, 1, (_, count) => count + 1) <= most)
            return true;
        Return(key);
        return false;
    }

    public void Return(string key)
    {
        // Nobody's zero stays behind: addresses are many.
        if (counts.AddOrUpdate(key, 0, (_, count) => count - 1) <= 0)
            counts.TryRemove(new KeyValuePair<string, int>(key, 0));
    }
}
