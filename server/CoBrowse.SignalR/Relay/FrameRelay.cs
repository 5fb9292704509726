using System.Collections.Concurrent;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;

namespace CoBrowse.SignalR;

/// <summary>The node's channels: one for each session, from its customer's connection to its agents'.</summary>
public sealed class FrameRelay(IOptions<FrameRelayOptions> options, TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, RelayChannel> _channels = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, RelayedConnection> _connections = new(StringComparer.Ordinal);

    /// <summary>The channel of that id, opened where there was none. A channel begins stopped.</summary>
    public RelayChannel Open(string channelId, IRelayChannelListener listener) =>
        _channels.GetOrAdd(channelId, id => new RelayChannel(id, this, options.Value, listener, clock));

    /// <summary>The open channel of that id.</summary>
    public RelayChannel? Find(string channelId) => _channels.GetValueOrDefault(channelId);

    /// <summary>Stops the channel, lets go of its connections and forgets it.</summary>
    public void Close(string channelId)
    {
        if (_channels.TryRemove(channelId, out var channel)) channel.Close();
    }

    internal RelayedConnection? Connection(string connectionId) => _connections.GetValueOrDefault(connectionId);

    /// <summary>The connection middleware: the hub behind it shares its transport with the relay.</summary>
    internal async Task RunAsync(ConnectionContext context, ConnectionDelegate hub)
    {
        var transport = context.Transport;
        var output = new SharedOutput(transport.Output);
        var connection = new RelayedConnection(context, output);
        output.Serve(connection);
        var input = options.Value.Splice
            ? new SplicedInput(transport.Input, connection, clock, options.Value.HubPingInterval)
            : transport.Input;
        context.Transport = new RelayedTransport(input, output);
        _connections[context.ConnectionId] = connection;
        try
        {
            await hub(context).ConfigureAwait(false);
        }
        finally
        {
            _connections.TryRemove(context.ConnectionId, out _);
            connection.End();
            await output.CloseAsync().ConfigureAwait(false);
            context.Transport = transport;
        }
    }
}
