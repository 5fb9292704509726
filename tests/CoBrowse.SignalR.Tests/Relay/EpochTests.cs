using CoBrowse.Protocol;

namespace CoBrowse.SignalR.Tests.Relay;

public sealed class EpochTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task RELAY_12_frames_of_epochs_that_are_refused_reach_nobody(bool spliced)
    {
        await using var rig = new RelayRig(new FrameRelayOptions { Splice = spliced });
        var customer = rig.Customer();
        await customer.HandshakeAsync();
        async Task SendAsync(IEnumerable<byte[]> frames)
        {
            if (spliced) await customer.SendFramesAsync(frames);
            else foreach (var frame in frames) await rig.Channel.ReceiveAsync(customer.Id, frame, CancellationToken.None);
        }

        var agent = rig.Agent();
        await SendAsync(Frames.Keyframe(0, 2));
        await agent.FramesAsync(2);
        rig.Channel.RefuseEpochs();
        Assert.Equal(0, rig.Channel.HeldBytes);
        await SendAsync([Frames.Of(FrameKind.Update, 2), .. Frames.Keyframe(3, 2), Frames.Of(FrameKind.Update, 9, epoch: 2)]);
        if (spliced) await RelayRig.HeardAsync(customer);
        rig.Channel.AdmitEpoch(2);
        await SendAsync([Frames.Of(FrameKind.Update, 5), .. Frames.Keyframe(0, 2, epoch: 2), Frames.Of(FrameKind.Update, 6), Frames.Of(FrameKind.Update, 2, epoch: 2)]);
        var late = rig.Agent();
        Assert.Equal([(2u, 0), (2u, 1), (2u, 2)], (await late.FramesAsync(3)).Select(EpochAndSequence));
        Assert.Equal([(1u, 0), (1u, 1), (2u, 0), (2u, 1), (2u, 2)], (await agent.FramesAsync(5)).Select(EpochAndSequence));
        rig.Channel.AdmitEveryEpoch();
        await SendAsync([Frames.Of(FrameKind.Update, 7, epoch: 3)]);
        Assert.Equal((3u, 7), EpochAndSequence((await late.FramesAsync(4))[^1]));
    }

    [Fact]
    public async Task RELAY_12_what_an_agent_had_not_been_sent_yet_is_dropped()
    {
        await using var rig = new RelayRig();
        var customer = rig.Customer();
        await customer.HandshakeAsync();
        var agent = rig.Agent();
        // More than the agent's pipe takes while nobody reads it.
        await customer.SendFramesAsync(Frames.Keyframe(0, 60, body: 10_000));
        await RelayChannelTests.WaitUntil(() => rig.Channel.HeldBytes > 590_000);
        rig.Channel.RefuseEpochs();
        rig.Channel.AdmitEpoch(2);
        await customer.SendFramesAsync(Frames.Keyframe(0, 1, epoch: 2));
        var frames = await agent.FramesAsync(all => all.Count > 0 && EpochAndSequence(all[^1]).Epoch == 2);
        Assert.InRange(frames.Count, 2, 40);
    }

    [Fact]
    public async Task RELAY_12_no_keyframe_is_asked_for_while_every_epoch_is_refused()
    {
        await using var rig = new RelayRig();
        var customer = rig.Customer();
        await customer.HandshakeAsync();
        rig.Agent();
        rig.Channel.RefuseEpochs();
        await customer.SendFramesAsync(Frames.Keyframe(0, 2));
        await RelayRig.HeardAsync(customer);
        rig.Agent();
        Assert.Empty(rig.Asked);
    }

    [Fact]
    public void An_epoch_gate_forgets_the_epoch_that_was_named_longest_ago()
    {
        var gate = new EpochGate();
        Assert.True(gate.Admits(7));
        gate.Shut();
        Assert.True(gate.Refuses);
        for (uint epoch = 0; epoch < 300; epoch++)
        {
            gate.Name(epoch);
            gate.Name(epoch);
            Assert.True(gate.Admits(epoch));
            Assert.Equal(epoch >= 63, !gate.Admits(epoch - 64) && gate.Admits(epoch - 63) && epoch >= 63);
        }

        gate.Shut();
        Assert.False(gate.Admits(299));
    }

    private static (uint Epoch, int Sequence) EpochAndSequence(byte[] frame)
    {
        Assert.True(FrameHeader.TryRead(frame, out var header));
        return (header.Epoch, header.Sequence);
    }
}
