namespace CoBrowse.Server.Network;

/// <summary>
/// Section <c>Network:Limits</c>: what anybody may take of the node before, and after, saying who they are. Behind a
/// known proxy an address is the customer's own, except for connections, which are the proxy's and are not counted.
/// </summary>
internal sealed class ConnectionLimits
{
    /// <summary>Most connections at once that are not hubs'. Default: 20,000.</summary>
    public int Connections { get; set; } = 20_000;

    /// <summary>Most WebSockets at once. Default: 20,000.</summary>
    public int WebSockets { get; set; } = 20_000;

    /// <summary>Most connections at once of one address, WebSockets too; an office or a mobile network may share one. Default: 1,000.</summary>
    public int ConnectionsPerAddress { get; set; } = 1_000;

    /// <summary>Most hub connections at once of one address. Default: 500.</summary>
    public int HubsPerAddress { get; set; } = 500;

    /// <summary>Most negotiations of hub connections that one address may ask for in a minute. Default: 600.</summary>
    public int NegotiationsPerMinute { get; set; } = 600;

    /// <summary>How long a request's head may take. Default: 10 s.</summary>
    public TimeSpan Headers { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a connection may be idle between requests. Default: 2 min.</summary>
    public TimeSpan KeepAlive { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>How long a body may come more slowly than <see cref="BodyBytesPerSecond"/>. Default: 5 s.</summary>
    public TimeSpan BodyGrace { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>The slowest body. Default: 240.</summary>
    public int BodyBytesPerSecond { get; set; } = 240;

    /// <summary>How long a WebSocket may be silent before it says which hub protocol it speaks. Default: 10 s.</summary>
    public TimeSpan HubHandshake { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How long what was negotiated waits to be connected. Default: 15 s.</summary>
    public TimeSpan Negotiated { get; set; } = TimeSpan.FromSeconds(15);

    public IEnumerable<string> Mistakes()
    {
        (string Name, int Value)[] counts =
        [
            (nameof(Connections), Connections), (nameof(WebSockets), WebSockets), (nameof(ConnectionsPerAddress), ConnectionsPerAddress),
            (nameof(HubsPerAddress), HubsPerAddress), (nameof(NegotiationsPerMinute), NegotiationsPerMinute), (nameof(BodyBytesPerSecond), BodyBytesPerSecond),
        ];
        foreach (var (name, value) in counts)
        {
            if (value < 1)
                yield return $"Network:Limits:{name} must be at least 1.";
        }

        (string Name, TimeSpan Value)[] times =
            [(nameof(Headers), Headers), (nameof(KeepAlive), KeepAlive), (nameof(HubHandshake), HubHandshake), (nameof(Negotiated), Negotiated)];
        foreach (var (name, value) in times)
        {
            if (value < TimeSpan.FromSeconds(1) || value > TimeSpan.FromMinutes(10))
                yield return $"Network:Limits:{name} must be at least a second and at most 10 minutes.";
        }

        // The web server looks once a second.
        if (BodyGrace <= TimeSpan.FromSeconds(1) || BodyGrace > TimeSpan.FromMinutes(10))
            yield return $"Network:Limits:{nameof(BodyGrace)} must be more than a second and at most 10 minutes.";
    }
}
