using CoBrowse.Protocol;

namespace CoBrowse.Sessions.Tests.Audit;

public sealed class AuditChainTests
{
    private static readonly SessionId Id = SessionId.Create(new ManualTime());

    private static List<AuditEntry> Chain()
    {
        var time = new ManualTime();
        var entries = new List<AuditEntry>();
        SessionEvent[] events =
            [new SessionEvent.Created(), new SessionEvent.Queued(), new SessionEvent.Paused(), new SessionEvent.Ended(EndReason.CustomerEnded)];
        foreach (var happened in events)
        {
            entries.AddRange(AuditChain.Append(entries.LastOrDefault(), Id, [happened], time.GetUtcNow()));
            time.Advance(TimeSpan.FromSeconds(1));
        }

        return entries;
    }

    [Fact]
    public void A_chain_as_written_holds()
    {
        var chain = Chain();
        Assert.Equal([1, 2, 3, 4], chain.Select(entry => entry.Sequence));
        Assert.True(AuditChain.Holds(chain));
    }

    [Fact]
    public void Presence_is_not_written() =>
        Assert.Empty(AuditChain.Append(null, Id, [new SessionEvent.CustomerLeft()], DateTimeOffset.UnixEpoch));

    [Fact]
    public void A_changed_dropped_or_moved_line_breaks_it()
    {
        var chain = Chain();
        Assert.False(AuditChain.Holds([chain[0], chain[1] with { Detail = "else" }, chain[2], chain[3]]));
        Assert.False(AuditChain.Holds([chain[0], chain[2], chain[3]]));
        Assert.False(AuditChain.Holds([chain[0], chain[2], chain[1], chain[3]]));
        Assert.False(AuditChain.Holds([chain[0] with { At = chain[0].At.AddTicks(1) }, chain[1], chain[2], chain[3]]));
    }
}
