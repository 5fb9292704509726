using System.Buffers;

namespace CoBrowse.SignalR;

/// <summary>How far one agent has been served. The channel's lock guards all but the two references.</summary>
internal sealed class AgentCursor(RelayChannel channel, RelayedConnection connection)
{
    public RelayChannel Channel { get; } = channel;

    public RelayedConnection Connection { get; } = connection;

    /// <summary>The classes of frames that this agent may see.</summary>
    public FrameClasses Sees { get; set; }

    /// <summary>What comes next for this agent; null while it waits for a keyframe or for its pipe to drain.</summary>
    public LogMark? At { get; private set; }

    /// <summary>Its frames were dropped; it starts again as soon as it has drained.</summary>
    public bool Resyncing { get; private set; }

    /// <summary>A keyframe was asked for because of its present lag.</summary>
    public bool Asked { get; set; }

    /// <summary>The live end when it last started: what stood before it is catching up, not lagging.</summary>
    private long LiveFrom { get; set; }

    /// <summary>Copies what comes next into an agent's pipe that has room. False: nothing now.</summary>
    public bool TakeInto(IBufferWriter<byte> output) => Channel.Take(this, output);

    public long LagBehind(long tail) => At is { } at ? tail - Math.Max(at.Position, LiveFrom) : 0;

    public void StartAt(LogMark mark, long tail) => (At, Resyncing, LiveFrom, Asked) = (mark, false, tail, false);

    public void GoOnAt(LogMark mark) => At = mark;

    public void Drop() => (At, Resyncing) = (null, true);

    public void Wait() => (At, Resyncing) = (null, false);
}
