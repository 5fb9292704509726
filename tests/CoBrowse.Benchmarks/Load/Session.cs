namespace CoBrowse.Benchmarks.Load;

/// <summary>A customer and an agent of one session, and what the agent got.</summary>
internal sealed class Session : IDisposable
{
    private readonly WireSocket _customer;
    private readonly WireSocket _agent;
    private readonly Peer _peer;
    private readonly Latencies _all;

    public Session(Peer peer, string id, Latencies all)
    {
        (_peer, _all, Id) = (peer, all, id);
        _customer = peer.Connect("customer", id);
        _customer.Start(_ => { });
        _agent = peer.Connect("agent", id);
        _agent.Start(message => peer.Unwrap(message.Span, Received));
    }

    public string Id { get; }

    public int Sent { get; private set; }

    public int Got { get; private set; }

    public int Over50 { get; private set; }

    /// <summary>Whether the last measurement would have felt live.</summary>
    public bool Live => Got >= Sent * 0.97 && Over50 <= Sent * 0.01;

    public bool Measuring { get; set; }

    public void Begin() => (Sent, Got, Over50, Measuring) = (0, 0, 0, true);

    public void Send(byte[] frame, uint due)
    {
        Stamp.Write(frame, due);
        var (payload, text) = _peer.Wrap(frame);
        _customer.Send(payload, text);
        if (Measuring) Sent++;
    }

    public void Dispose()
    {
        _customer.Dispose();
        _agent.Dispose();
    }

    private void Received(uint stamp, int bytes)
    {
        if (!Measuring) return;
        var late = Stamp.MillisecondsSince(stamp);
        Got++;
        if (late > 50) Over50++;
        _all.Add(late);
    }
}
