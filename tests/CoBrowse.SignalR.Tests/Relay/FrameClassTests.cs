using CoBrowse.Protocol;

namespace CoBrowse.SignalR.Tests.Relay;

public sealed class FrameClassTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task RELAY_11_a_class_reaches_only_who_may_see_it_live_and_late(bool spliced)
    {
        await using var rig = new RelayRig(new FrameRelayOptions { Splice = spliced });
        rig.Channel.SetClasses(FrameClasses.Of(1, 200));
        var customer = rig.Customer();
        await customer.HandshakeAsync();
        async Task SendAsync(IEnumerable<byte[]> frames)
        {
            if (spliced) await customer.SendFramesAsync(frames);
            else foreach (var frame in frames) await rig.Channel.ReceiveAsync(customer.Id, frame, CancellationToken.None);
        }

        var (both, first, none) = (rig.Agent(FrameClasses.Of(1, 200)), rig.Agent(FrameClasses.Of(1, 3)), rig.Agent());
        var sent = Story().ToList();
        await SendAsync(sent);
        var (lateBoth, lateNone) = (rig.Agent(FrameClasses.Of(1, 200)), rig.Agent());
        foreach (var agent in (RigConnection[])[both, lateBoth])
            await ExpectAsync(agent, sent, 0, 1, 200);
        await ExpectAsync(first, sent, 0, 1);
        foreach (var agent in (RigConnection[])[none, lateNone])
            await ExpectAsync(agent, sent, 0);
    }

    [Fact]
    public async Task RELAY_11_an_agent_that_was_overtaken_gets_its_classes_again_and_no_others()
    {
        await using var rig = new RelayRig(new FrameRelayOptions { LiveBudgetBytes = ProtocolLimits.FrameBytes });
        rig.Channel.SetClasses(FrameClasses.Of(1));
        var customer = rig.Customer();
        await customer.HandshakeAsync();
        var (sees, other) = (rig.Agent(FrameClasses.Of(1)), rig.Agent());
        await customer.SendFramesAsync(Frames.Keyframe(0, 50, body: 10_000));
        // Both stand in the first keyframe, since nobody reads; this one overtakes them.
        List<byte[]> second = [.. Frames.Keyframe(50, 1), Frames.Of(FrameKind.Snapshot, 0, of: 1), Frames.Of(FrameKind.Update, 51)];
        await customer.SendFramesAsync(second);
        await RelayChannelTests.WaitUntil(() => rig.Resyncing.Count == 2);
        static bool IsWhole(List<byte[]> all) => all.Count > 0 && Frames.SequenceOf(all[^1]) == 51;
        Assert.Equal(second, (await sees.FramesAsync(IsWhole))[^3..]);
        Assert.Equal([second[0], second[2]], (await other.FramesAsync(IsWhole))[^2..]);
        Assert.All(await other.FramesAsync(1), frame => Assert.Equal(0, frame[11]));
    }

    [Fact]
    public async Task RELAY_11_a_change_of_what_an_agent_sees_holds_from_the_next_frame_on()
    {
        await using var rig = new RelayRig();
        rig.Channel.SetClasses(FrameClasses.Of(1));
        var customer = rig.Customer();
        await customer.HandshakeAsync();
        var agent = rig.Agent();
        await customer.SendFramesAsync([.. Frames.Keyframe(0, 1), Frames.Of(FrameKind.Update, 0, of: 1), Frames.Of(FrameKind.Update, 1)]);
        await agent.FramesAsync(2);
        rig.Channel.SetClasses(agent.Id, FrameClasses.Of(1));
        await customer.SendFramesAsync([Frames.Of(FrameKind.Update, 1, of: 1)]);
        Assert.Equal(1, (await agent.FramesAsync(3))[2][11]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(127)]
    [InlineData(128)]
    [InlineData(255)]
    public void A_set_of_classes_holds_its_own_and_everybodys(byte one)
    {
        var classes = FrameClasses.Of(one);
        Assert.Equal(one == 0 ? [(byte)0] : [(byte)0, one], Enumerable.Range(0, 256).Select(each => (byte)each).Where(classes.Contains));
    }

    /// <summary>A keyframe with restricted parts, then long and short frames of many classes, over several segments.</summary>
    private static IEnumerable<byte[]> Story()
    {
        foreach (var frame in Frames.Keyframe(0, 3, body: 3000)) yield return frame;
        for (var i = 0; i < 300; i++)
        {
            var of = (byte)(i % 5 == 0 ? 1 : i % 7 == 0 ? 200 : i % 11 == 0 ? 9 : 0);
            yield return Frames.Of(FrameKind.Update, i, body: i % 13 == 0 ? 5000 : i, of: of);
        }

        yield return Frames.Of(FrameKind.Update, 1000);
    }

    private static async Task ExpectAsync(RigConnection agent, List<byte[]> sent, params byte[] classes) =>
        Assert.Equal(
            sent.Where(frame => classes.Contains(frame[11])),
            await agent.FramesAsync(all => all.Count > 0 && Frames.SequenceOf(all[^1]) == 1000));
}
