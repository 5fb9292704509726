using CoBrowse.Protocol;

namespace CoBrowse.SignalR.Tests.Relay;

public sealed class RelayChannelTests
{
    private static readonly FrameRelayOptions Small = new() { LiveBudgetBytes = 200_000, LogBytes = 100_000, CacheBytes = 1_000_000 };

    [Fact]
    public async Task RELAY_8_a_stalled_agent_delays_nobody_and_a_newer_keyframe_overtakes_it()
    {
        await using var rig = new RelayRig(Small);
        var customer = rig.Customer();
        await customer.HandshakeAsync();
        var stalled = rig.Agent();
        var quick = rig.Agent();
        await customer.SendFramesAsync(Frames.Keyframe(0, 2, 10_000));
        await quick.FramesAsync(2);
        for (var i = 2; i < 302; i++)
        {
            await customer.SendFramesAsync([Frames.Of(FrameKind.Update, i, 1000)]);
            await quick.FramesAsync(i + 1);
        }

        Assert.Equal([KeyframeReason.LogTooLong], rig.Asked);
        Assert.Empty(rig.Resyncing);
        await customer.SendFramesAsync(Frames.Keyframe(302, 2, 10_000));
        await quick.FramesAsync(304);
        Assert.Equal([stalled.Id], rig.Resyncing);
        await customer.SendFramesAsync([Frames.Of(FrameKind.Update, 304)]);
        var got = (await stalled.FramesAsync(all => all.Count > 0 && Frames.SequenceOf(all[^1]) == 304)).Select(Frames.SequenceOf).ToList();
        var jump = got.IndexOf(302);
        Assert.Equal(Enumerable.Range(0, jump), got[..jump]);
        Assert.Equal([302, 303, 304], got[jump..]);
        Assert.InRange(jump, 1, 200);
    }

    [Fact]
    public async Task RELAY_8_an_agent_that_lags_within_the_cache_loses_nothing()
    {
        await using var rig = new RelayRig(Small);
        var customer = rig.Customer();
        await customer.HandshakeAsync();
        var slow = rig.Agent();
        var quick = rig.Agent();
        await customer.SendFramesAsync(Frames.Keyframe(0, 1));
        for (var i = 1; i < 400; i++) await customer.SendFramesAsync([Frames.Of(FrameKind.Update, i, 1000)]);
        await quick.FramesAsync(400);
        Assert.Equal(Enumerable.Range(0, 400), (await slow.FramesAsync(400)).Select(Frames.SequenceOf));
        Assert.Empty(rig.Resyncing);
    }

    [Fact]
    public async Task RELAY_9_a_cache_that_outgrows_its_limit_is_dropped_and_what_is_held_stays_bounded()
    {
        await using var rig = new RelayRig(Small);
        var customer = rig.Customer();
        await customer.HandshakeAsync();
        var quick = rig.Agent();
        var stalled = rig.Agent();
        await customer.SendFramesAsync(Frames.Keyframe(0, 1));
        for (var i = 1; i < 3000; i++)
        {
            await customer.SendFramesAsync([Frames.Of(FrameKind.Update, i, 1000)]);
            await quick.FramesAsync(i + 1);
            Assert.InRange(rig.Channel.HeldBytes, 0, Small.CacheBytes + 64 * 1024);
        }

        Assert.Contains(stalled.Id, rig.Resyncing);
        var late = rig.Agent();
        await customer.SendFramesAsync(Frames.Keyframe(3000, 1));
        Assert.Equal([3000], (await late.FramesAsync(1)).Select(Frames.SequenceOf));
        var resumed = await stalled.FramesAsync(all => all.Count > 0 && Frames.SequenceOf(all[^1]) == 3000);
        Assert.True(resumed.Count < 200);
    }

    [Fact]
    public async Task RELAY_10_a_keyframe_is_asked_for_once_until_it_comes_or_patience_ends()
    {
        await using var rig = new RelayRig(Small);
        var customer = rig.Customer();
        await customer.HandshakeAsync();
        var agent = rig.Agent();
        Assert.Empty(rig.Asked);
        await customer.SendFramesAsync([Frames.Of(FrameKind.Update, 0)]);
        await customer.SendFramesAsync([Frames.Of(FrameKind.Update, 1)]);
        await WaitUntil(() => !rig.Asked.IsEmpty);
        rig.Channel.AttachAgent(rig.Connect().Id);
        Assert.Equal([KeyframeReason.FirstWatcher], rig.Asked);
        rig.Clock.Advance(TimeSpan.FromMinutes(1));
        rig.Channel.AttachAgent(rig.Connect().Id);
        Assert.Equal([KeyframeReason.FirstWatcher, KeyframeReason.FirstWatcher], rig.Asked);
        await customer.SendFramesAsync(Frames.Keyframe(2, 1));
        Assert.Equal([2], (await agent.FramesAsync(1)).Select(Frames.SequenceOf));
    }

    [Fact]
    public async Task RELAY_4_with_two_streams_a_late_joiner_starts_at_the_older_of_their_newest_keyframes()
    {
        await using var rig = new RelayRig();
        var customer = rig.Customer();
        await customer.HandshakeAsync();
        var first = rig.Agent();
        await customer.SendFramesAsync([.. Frames.Keyframe(0, 1), .. Frames.Keyframe(1, 1, stream: 1), Frames.Of(FrameKind.Update, 2), .. Frames.Keyframe(3, 1), Frames.Of(FrameKind.Update, 4, stream: 1)]);
        await first.FramesAsync(f => f.Any(x => Frames.SequenceOf(x) == 4));
        Assert.Equal([1, 2, 3, 4], (await rig.Agent().FramesAsync(4)).Select(Frames.SequenceOf));
    }

    [Fact]
    public async Task RELAY_4_the_streams_of_a_former_page_end_with_the_next_complete_keyframe()
    {
        await using var rig = new RelayRig();
        var before = rig.Customer();
        await before.HandshakeAsync();
        var watching = rig.Agent();
        await before.SendFramesAsync([.. Frames.Keyframe(0, 1), .. Frames.Keyframe(1, 1, stream: 1)]);
        await watching.FramesAsync(2);
        var after = rig.Customer();
        await after.HandshakeAsync();
        await after.SendFramesAsync([Frames.Of(FrameKind.Snapshot, 2, marks: FrameMarks.Keyframe, epoch: 2)]);
        await watching.FramesAsync(3);
        Assert.Equal([0, 1, 2], (await rig.Agent().FramesAsync(3)).Select(Frames.SequenceOf));
        await after.SendFramesAsync([Frames.Of(FrameKind.Snapshot, 3, marks: FrameMarks.Last, epoch: 2)]);
        await watching.FramesAsync(4);
        Assert.Equal([2, 3], (await rig.Agent().FramesAsync(2)).Select(Frames.SequenceOf));
    }

    [Fact]
    public async Task RELAY_4_an_interrupted_keyframe_never_becomes_the_start()
    {
        await using var rig = new RelayRig();
        var customer = rig.Customer();
        await customer.HandshakeAsync();
        var watching = rig.Agent();
        await customer.SendFramesAsync([.. Frames.Keyframe(0, 2), Frames.Of(FrameKind.Snapshot, 2, marks: FrameMarks.Keyframe, epoch: 7), Frames.Of(FrameKind.Snapshot, 3, marks: FrameMarks.Last, epoch: 8)]);
        await watching.FramesAsync(4);
        Assert.Equal([0, 1, 2, 3], (await rig.Agent().FramesAsync(4)).Select(Frames.SequenceOf));
    }

    [Fact]
    public async Task RELAY_5_a_stop_takes_back_what_an_agent_was_not_sent_yet()
    {
        await using var rig = new RelayRig();
        var customer = rig.Customer();
        await customer.HandshakeAsync();
        var slow = rig.Agent();
        var quick = rig.Agent();
        await customer.SendFramesAsync(Frames.Keyframe(0, 20, 20_000));
        await quick.FramesAsync(20);
        rig.Channel.Stop();
        rig.Channel.Start();
        await customer.SendFramesAsync([Frames.Of(FrameKind.Update, 20), .. Frames.Keyframe(21, 1, epoch: 2)]);
        var got = (await slow.FramesAsync(all => all.Count > 0 && Frames.SequenceOf(all[^1]) == 21)).Select(Frames.SequenceOf).ToList();
        Assert.InRange(got.Count, 2, 15);
        Assert.Equal([.. Enumerable.Range(0, got.Count - 1), 21], got);
    }

    [Fact]
    public async Task RELAY_6_a_detached_agent_gets_nothing_more_and_an_ended_one_counts_no_longer()
    {
        await using var rig = new RelayRig();
        var customer = rig.Customer();
        await customer.HandshakeAsync();
        var (leaving, ending, staying) = (rig.Agent(), rig.Agent(), rig.Agent());
        await customer.SendFramesAsync(Frames.Keyframe(0, 1));
        foreach (var agent in (RigConnection[])[leaving, ending, staying]) await agent.FramesAsync(1);
        rig.Channel.DetachAgent(leaving.Id);
        await ending.CloseAsync();
        Assert.Equal(1, rig.Channel.AgentCount);
        await customer.SendFramesAsync([Frames.Of(FrameKind.Update, 1)]);
        await staying.FramesAsync(2);
        rig.Channel.AttachAgent(ending.Id);
        Assert.Equal(1, rig.Channel.AgentCount);
        Assert.False(leaving.Incoming.TryRead(out _));
    }

    [Fact]
    public async Task RELAY_6_an_agent_receives_from_one_channel_at_a_time()
    {
        await using var rig = new RelayRig();
        var agent = rig.Agent();
        var other = rig.Relay.Open("other", rig);
        other.Start();
        other.AttachAgent(agent.Id);
        Assert.Equal((0, 1), (rig.Channel.AgentCount, other.AgentCount));
        rig.Relay.Close("other");
        Assert.Equal(0, other.AgentCount);
        Assert.Null(rig.Relay.Find("other"));
    }

    [Fact]
    public async Task RELAY_7_more_streams_than_a_page_can_have_end_the_connection()
    {
        await using var rig = new RelayRig();
        var customer = rig.Customer();
        await customer.HandshakeAsync();
        await customer.SendFramesAsync(Enumerable.Range(0, 65).SelectMany(i => Frames.Keyframe(i, 1, stream: (ushort)i)));
        await customer.EndedAsync();
        Assert.NotNull(customer.HubFailed);
    }

    internal static async Task WaitUntil(Func<bool> condition)
    {
        while (!condition()) await Task.Yield();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task RELAY_11_a_frame_of_a_class_that_nobody_was_granted_reaches_nobody(bool spliced)
    {
        await using var rig = new RelayRig(new FrameRelayOptions { Splice = spliced });
        var customer = rig.Customer();
        await customer.HandshakeAsync();
        var agent = rig.Agent();
        async Task SendAsync(IEnumerable<byte[]> frames)
        {
            if (spliced) await customer.SendFramesAsync(frames);
            else foreach (var frame in frames) await rig.Channel.ReceiveAsync(customer.Id, frame, CancellationToken.None);
        }

        // As a keyframe of another class it is nothing to start from, and its streams take no place.
        await SendAsync(Enumerable.Range(0, 100).Select(i =>
            Frames.Of(FrameKind.Snapshot, i, marks: FrameMarks.Keyframe | FrameMarks.Last, stream: (ushort)i, of: (byte)(i % 255 + 1))));
        await SendAsync(Frames.Keyframe(0, 1));
        await SendAsync([Frames.Of(FrameKind.Update, 0, of: 1), Frames.Of(FrameKind.Update, 1)]);
        var late = rig.Agent();
        foreach (var each in (RigConnection[])[agent, late])
            Assert.Equal([0, 1], (await each.FramesAsync(all => all.Count > 0 && Frames.SequenceOf(all[^1]) == 1)).Select(Frames.SequenceOf));
        Assert.All((await agent.FramesAsync(2)).Concat(await late.FramesAsync(2)), frame => Assert.Equal(0, frame[11]));
    }
}
