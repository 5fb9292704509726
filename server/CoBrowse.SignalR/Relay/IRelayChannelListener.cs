using CoBrowse.Protocol;

namespace CoBrowse.SignalR;

/// <summary>
/// What a channel asks of its session. Called outside the channel's lock, on the thread that moved a frame: return at
/// once and do not throw.
/// </summary>
public interface IRelayChannelListener
{
    /// <summary>Ask the customer's browser for a keyframe.</summary>
    void KeyframeNeeded(string channelId, KeyframeReason reason);

    /// <summary>Live frames for this slow agent were dropped; the current keyframe follows once it has drained.</summary>
    void AgentResyncing(string channelId, string connectionId);
}
