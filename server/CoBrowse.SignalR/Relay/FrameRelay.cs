using System.Collections.Concurrent;

namespace CoBrowse.SignalR;

/// <summary>The node's channels: one for each session, from its customer's connection to its agents'.</summary>
public sealed class FrameRelay
{
    private readonly ConcurrentDictionary<string, RelayChannel> _channels = new(StringComparer.Ordinal);

    /// <summary>The channel of that id, opened where there was none. A channel begins stopped.</summary>
    public RelayChannel Open(string channelId, IRelayChannelListener listener) =>
        _channels.GetOrAdd(channelId, id => new RelayChannel(id, listener));

    /// <summary>The open channel of that id.</summary>
    public RelayChannel? Find(string channelId) => _channels.GetValueOrDefault(channelId);

    /// <summary>Stops the channel, lets go of its connections and forgets it.</summary>
    public void Close(string channelId)
    {
        if (_channels.TryRemove(channelId, out var channel)) channel.Stop();
    }
}
