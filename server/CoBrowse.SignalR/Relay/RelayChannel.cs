using System.Buffers;
using CoBrowse.Protocol;

namespace CoBrowse.SignalR;

/// <summary>
/// One session's way for frames: from one customer connection to any number of agents. Frames are logged once; each
/// agent has a cursor in that log and is served from it as fast as its own connection takes them.
/// </summary>
public sealed class RelayChannel
{
    private const int BytesPerTurn = 64 * 1024;
    private const byte Everybody = 0;

    private readonly Lock _gate = new();
    private readonly FrameLog _log = new();
    private readonly KeyframeIndex _keyframes = new();
    private readonly EpochGate _epochs = new();
    private readonly KeyframeAsker _asker;
    private readonly FrameRelay _relay;
    private readonly FrameRelayOptions _options;
    private readonly IRelayChannelListener _listener;
    private AgentCursor[] _agents = [];
    private RelayedConnection? _customer;
    private FrameClasses _classes;
    private bool _received;

    internal RelayChannel(string id, FrameRelay relay, FrameRelayOptions options, IRelayChannelListener listener, TimeProvider clock)
    {
        (Id, _relay, _options, _listener) = (id, relay, options, listener);
        _asker = new KeyframeAsker(clock, options.KeyframePatience);
    }

    /// <summary>The session's id.</summary>
    public string Id { get; }

    /// <summary>Whether frames pass.</summary>
    public bool Flowing { get; private set; }

    /// <summary>Agents attached now.</summary>
    public int AgentCount => Volatile.Read(ref _agents).Length;

    /// <summary>Bytes kept for late joiners and for agents that are behind.</summary>
    internal long HeldBytes
    {
        get
        {
            lock (_gate) return _log.Held;
        }
    }

    /// <summary>Lets frames pass.</summary>
    public void Start()
    {
        lock (_gate) Flowing = true;
    }

    /// <summary>Refuses frames and drops what was cached, also what an agent had not been sent yet.</summary>
    public void Stop()
    {
        lock (_gate)
        {
            Flowing = false;
            Forget();
        }
    }

    /// <summary>The classes of frames that somebody may see; frames of others are dropped when they come.</summary>
    public void SetClasses(FrameClasses classes)
    {
        lock (_gate) _classes = classes;
    }

    /// <summary>What this agent may see, from the next frame on that it is sent.</summary>
    public void SetClasses(string agentConnectionId, FrameClasses sees)
    {
        lock (_gate)
        {
            if (Array.Find(_agents, a => a.Connection.Id == agentConnectionId) is { } agent) agent.Sees = sees;
        }
    }

    /// <summary>
    /// Refuses the frames of every epoch until it is admitted, and drops what was cached, also what an agent had not
    /// been sent yet.
    /// </summary>
    public void RefuseEpochs()
    {
        lock (_gate)
        {
            _epochs.Shut();
            Forget();
        }
    }

    /// <summary>Lets the frames of one epoch pass.</summary>
    public void AdmitEpoch(uint epoch)
    {
        lock (_gate) _epochs.Name(epoch);
    }

    /// <summary>Lets the frames of all epochs pass, as in the beginning.</summary>
    public void AdmitEveryEpoch()
    {
        lock (_gate) _epochs.Open();
    }

    /// <summary>Frames are accepted from this connection only; a former one is detached.</summary>
    public void AttachCustomer(string connectionId)
    {
        if (_relay.Connection(connectionId) is not { } connection) return;
        lock (_gate)
        {
            if (_customer == connection) return;
            _customer?.SendTo(null);
            _customer = connection;
            connection.SendTo(this);
            _keyframes.NextGeneration();
            _asker.Answered();
        }

        if (connection.Ended) DetachCustomer(connectionId);
    }

    /// <summary>Refuses further frames of this connection.</summary>
    public void DetachCustomer(string connectionId)
    {
        lock (_gate)
        {
            if (_customer?.Id != connectionId) return;
            _customer.SendTo(null);
            _customer = null;
        }
    }

    /// <summary>
    /// Serves this connection from the cached keyframe, or from the next one. A connection receives from one channel:
    /// a former one lets it go. Frames of a class that is not in <paramref name="sees"/> never reach it.
    /// </summary>
    public void AttachAgent(string connectionId, FrameClasses sees = default)
    {
        if (_relay.Connection(connectionId) is not { } connection || connection.Receives?.Channel == this) return;
        connection.Receives?.Channel.DetachAgent(connectionId);
        var cursor = new AgentCursor(this, connection) { Sees = sees };
        KeyframeReason? ask = null;
        lock (_gate)
        {
            _agents = [.. _agents, cursor];
            connection.ReceiveFrom(cursor);
            if (_keyframes.Start is { } start) cursor.StartAt(start, _log.Tail);
            else if (_received) ask = Ask(KeyframeReason.FirstWatcher);
        }

        if (connection.Ended) DetachAgent(connectionId);
        Tell(ask, null);
        connection.Output.Pump();
    }

    /// <summary>Sends this connection nothing more, not even what it is behind.</summary>
    public void DetachAgent(string connectionId)
    {
        lock (_gate)
        {
            if (Array.Find(_agents, a => a.Connection.Id == connectionId) is not { } cursor) return;
            _agents = [.. _agents.Where(a => a != cursor)];
            cursor.Wait();
            cursor.Connection.StopReceiving(cursor);
        }
    }

    /// <summary>One frame that came by the hub method, under the same rules as a spliced one.</summary>
    public ValueTask ReceiveAsync(string connectionId, ReadOnlyMemory<byte> frame, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (_relay.Connection(connectionId) is not { } connection) return ValueTask.CompletedTask;
        var message = new byte[FrameMessage.BytesFor(frame.Length, out _)];
        FrameMessage.Write(message, frame.Span);
        if (FrameMessage.Match(message, message.Length, out var head) != FrameMatch.Frame) connection.Abort("A frame breaks the rules of its form.");
        else if (!connection.HasSent) connection.Abort("Only a customer sends frames.");
        else if (!Accept(connection, head.Header, new ReadOnlySequence<byte>(message))) connection.Abort("The session has too many streams.");
        else Publish();
        return ValueTask.CompletedTask;
    }

    /// <summary>
    /// Logs one frame message. Frames of anyone but the present customer, while stopped, of an epoch that is refused, or
    /// of a class that nobody may see, are dropped.
    /// </summary>
    /// <returns>False: the frame breaks a rule, and its connection must end.</returns>
    internal bool Accept(RelayedConnection from, in FrameHeader header, in ReadOnlySequence<byte> message)
    {
        lock (_gate)
        {
            if (!Flowing || _customer != from || !_epochs.Admits(header.Epoch) || !_classes.Contains(header.Class)) return true;
            var restricted = header.Class != Everybody;
            if (!restricted && !_keyframes.Admits(header.Stream)) return false;
            message.CopyTo(_log.Reserve((int)message.Length, restricted, out var mark));
            // Nobody starts at what not everybody may see.
            if (restricted) return true;
            _received = true;
            if (_keyframes.Note(header, mark, _log.Tail) && _keyframes.Arriving) _asker.Answered();
            return true;
        }
    }

    /// <summary>Serves the agents what was accepted, and finds out who has fallen behind.</summary>
    internal void Publish()
    {
        KeyframeReason? ask = null;
        List<AgentCursor>? dropped = null;
        AgentCursor[] agents;
        lock (_gate)
        {
            agents = _agents;
            if (_keyframes.Start is { } old && _log.Tail - old.Position > _options.CacheBytes) _keyframes.Clear();
            var start = _keyframes.Start;
            var needed = start?.Position ?? _log.Tail;
            foreach (var agent in agents)
            {
                if (agent.At is { } at && IsOvertaken(at, start))
                {
                    agent.Drop();
                    (dropped ??= []).Add(agent);
                }
                else if (agent.At is { } position)
                {
                    needed = Math.Min(needed, position.Position);
                    if (!agent.Asked && agent.LagBehind(_log.Tail) > _options.LiveBudgetBytes)
                    {
                        agent.Asked = true;
                        ask = KeyframeReason.Resync;
                    }
                }
                else if (!agent.Resyncing)
                {
                    if (start is { } first) agent.StartAt(first, _log.Tail);
                    else ask ??= KeyframeReason.FirstWatcher;
                }
            }

            if (agents.Length > 0 && _keyframes.Complete && _log.Tail - _keyframes.KeyframeEnd > Math.Max(_options.LogBytes, _keyframes.KeyframeBytes))
                ask ??= KeyframeReason.LogTooLong;
            _log.Release(needed);
            if (ask is { } reason) ask = Ask(reason);
        }

        Tell(ask, dropped);
        foreach (var agent in agents) agent.Connection.Output.Pump();
    }

    /// <summary>Copies the agent's next frames into its pipe, which has room. False: nothing now.</summary>
    internal bool Take(AgentCursor agent, IBufferWriter<byte> output)
    {
        KeyframeReason? ask = null;
        var took = false;
        lock (_gate)
        {
            if (agent.Resyncing)
            {
                if (_keyframes.Start is { } start) agent.StartAt(start, _log.Tail);
                else
                {
                    agent.Wait();
                    ask = Ask(KeyframeReason.Resync);
                }
            }

            if (agent.At is { } at)
            {
                var next = FrameLog.CopyTo(output, at, BytesPerTurn, agent.Sees);
                took = next.Position != at.Position;
                agent.GoOnAt(next);
            }
        }

        Tell(ask, null);
        return took;
    }

    /// <summary>Stops, and lets go of every connection.</summary>
    internal void Close()
    {
        Stop();
        lock (_gate)
        {
            _customer?.SendTo(null);
            _customer = null;
        }

        foreach (var agent in Volatile.Read(ref _agents)) DetachAgent(agent.Connection.Id);
    }

    // An agent that lags behind a newer keyframe gains by jumping to it. One that lags behind the live end only would
    // be sent more by starting again than it is behind, and the log is kept for late joiners anyway.
    private bool IsOvertaken(LogMark at, LogMark? start) =>
        _log.Tail - at.Position > _options.LiveBudgetBytes && (start is null || at.Position < start.Value.Position);

    private KeyframeReason? Ask(KeyframeReason reason) =>
        _customer is not null && !_epochs.Refuses && !_keyframes.Arriving && _asker.MayAsk() ? reason : null;

    /// <summary>Under the lock: nobody is sent anything of what came so far.</summary>
    private void Forget()
    {
        _received = false;
        _log.Clear();
        _keyframes.Clear();
        _asker.Answered();
        foreach (var agent in _agents) agent.Wait();
    }

    private void Tell(KeyframeReason? ask, List<AgentCursor>? dropped)
    {
        if (ask is { } reason) _listener.KeyframeNeeded(Id, reason);
        foreach (var agent in dropped ?? []) _listener.AgentResyncing(Id, agent.Connection.Id);
    }
}
