using System.Net;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;

namespace CoBrowse.Server.Network;

/// <summary>
/// Closes connections of an address that has too many, before a byte of theirs is read and before TLS costs anything.
/// Known proxies have as many as they need.
/// </summary>
internal sealed class ConnectionGate : IConfigureOptions<KestrelServerOptions>
{
    private readonly ConnectionLimits limits;
    private readonly AddressCounts counts;
    private readonly IReadOnlyList<IPNetwork> proxies;

    public ConnectionGate(IOptions<NetworkOptions> options)
    {
        var network = Valid(options);
        limits = network.Limits;
        counts = new AddressCounts(limits.ConnectionsPerAddress);
        proxies = [.. network.Networks()];
    }

    public void Configure(KestrelServerOptions kestrel)
    {
        kestrel.Limits.MaxConcurrentConnections = limits.Connections;
        kestrel.Limits.MaxConcurrentUpgradedConnections = limits.WebSockets;
        kestrel.Limits.RequestHeadersTimeout = limits.Headers;
        kestrel.Limits.KeepAliveTimeout = limits.KeepAlive;
        kestrel.Limits.MinRequestBodyDataRate = new MinDataRate(limits.BodyBytesPerSecond, limits.BodyGrace);
        kestrel.ConfigureEndpointDefaults(endpoint => endpoint.Use(next => connection => ServeAsync(connection, next)));
    }

    // The web server is made before the settings are checked, which stops the start and names every mistake at once.
    private static NetworkOptions Valid(IOptions<NetworkOptions> options)
    {
        try
        {
            return options.Value;
        }
        catch (OptionsValidationException)
        {
            return new NetworkOptions();
        }
    }

    private async Task ServeAsync(ConnectionContext connection, ConnectionDelegate next)
    {
        var address = (connection.RemoteEndPoint as IPEndPoint)?.Address;
        if (address is null || IsProxy(address))
        {
            await next(connection);
            return;
        }

        var key = AddressCounts.KeyOf(address);
        if (!counts.Take(key))
        {
            connection.Abort();
            return;
        }

        try
        {
            await next(connection);
        }
        finally
        {
            counts.Return(key);
        }
    }

    private bool IsProxy(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return proxies.Any(network => network.Contains(plain));
    }
}
