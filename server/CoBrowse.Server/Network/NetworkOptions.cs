using System.Net;

namespace CoBrowse.Server.Network;

/// <summary>Section <c>Network</c>.</summary>
internal sealed class NetworkOptions
{
    /// <summary>
    /// Proxies in front of the node, such as the gateway, whose <c>X-Forwarded-For</c>, <c>-Host</c> and <c>-Proto</c>
    /// are believed: addresses (<c>10.0.0.7</c>) or networks (<c>10.0.0.0/24</c>). A proxy named here must set these
    /// headers itself and pass none on. Default: none, so the headers are ignored; Development trusts the machine itself.
    /// </summary>
    public List<string> KnownProxies { get; set; } = [];

    /// <summary>What anybody may take.</summary>
    public ConnectionLimits Limits { get; set; } = new();

    public IEnumerable<string> Mistakes()
    {
        foreach (var mistake in Limits.Mistakes())
            yield return mistake;
        for (var index = 0; index < KnownProxies.Count; index++)
        {
            if (Parse(KnownProxies[index]) is null)
                yield return $"Network:KnownProxies:{index} must be an address such as 10.0.0.7, or a network such as 10.0.0.0/24.";
        }
    }

    /// <summary>The networks that are named; an address is a network of one.</summary>
    public IEnumerable<IPNetwork> Networks() => KnownProxies.Select(Parse).OfType<IPNetwork>();

    private static IPNetwork? Parse(string text) =>
        IPAddress.TryParse(text, out var address) ? new IPNetwork(address, address.GetAddressBytes().Length * 8)
        : IPNetwork.TryParse(text, out var network) ? network
        : null;
}
