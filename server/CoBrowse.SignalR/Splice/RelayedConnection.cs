using Microsoft.AspNetCore.Connections;

namespace CoBrowse.SignalR;

/// <summary>One SignalR connection as the relay knows it: perhaps a channel's customer, perhaps one of its agents.</summary>
internal sealed class RelayedConnection(ConnectionContext context, SharedOutput output)
{
    private RelayChannel? _sendsTo;
    private AgentCursor? _receives;

    public string Id { get; } = context.ConnectionId;

    public SharedOutput Output { get; } = output;

    /// <summary>The channel whose customer this is now.</summary>
    public RelayChannel? SendsTo => Volatile.Read(ref _sendsTo);

    /// <summary>Whether it ever was a customer: then frames that come late are honest.</summary>
    public bool HasSent { get; private set; }

    /// <summary>The channel cursor from which it is served now.</summary>
    public AgentCursor? Receives => Volatile.Read(ref _receives);

    /// <summary>It ended; whoever attaches it from now on attaches nothing.</summary>
    public bool Ended { get; private set; }

    public void SendTo(RelayChannel? channel)
    {
        HasSent |= channel is not null;
        Volatile.Write(ref _sendsTo, channel);
    }

    /// <summary>Serves it from <paramref name="cursor"/>; returns the former one.</summary>
    public AgentCursor? ReceiveFrom(AgentCursor? cursor) => Interlocked.Exchange(ref _receives, cursor);

    /// <summary>Forgets <paramref name="cursor"/> unless another took its place.</summary>
    public void StopReceiving(AgentCursor cursor) => Interlocked.CompareExchange(ref _receives, null, cursor);

    public void Abort(string reason) => context.Abort(new ConnectionAbortedException(reason));

    public void End()
    {
        Ended = true;
        ReceiveFrom(null)?.Channel.DetachAgent(Id);
        SendsTo?.DetachCustomer(Id);
    }
}
