using System.Buffers;
using CoBrowse.Protocol;
using CoBrowse.SignalR.Tests.Relay;

namespace CoBrowse.SignalR.Tests.Splice;

public sealed class SharedOutputTests
{
    [Fact]
    public async Task FLOW_4_hub_messages_and_frames_never_mix_within_a_message()
    {
        const int Each = 3000;
        await using var rig = new RelayRig();
        var customer = rig.Customer();
        await customer.HandshakeAsync();
        var agent = rig.Agent();
        var hub = Task.Run(async () =>
        {
            var random = new Random(1);
            for (var i = 0; i < Each; i++)
            {
                // In several pieces, as a hub protocol writes.
                agent.HubOutput.Write((ReadOnlySpan<byte>)[0x07, 0x95, 0x01]);
                agent.HubOutput.Write((ReadOnlySpan<byte>)[0x80, 0xc0, 0xa1, 0x67, 0x90]);
                await agent.HubOutput.FlushAsync();
                if (random.Next(10) == 0) await Task.Yield();
            }
        });
        var frames = Task.Run(async () =>
        {
            await customer.SendFramesAsync(Frames.Keyframe(0, 1));
            for (var i = 1; i < Each; i++) await customer.SendFramesAsync([Frames.Of(FrameKind.Update, i, i % 700)]);
        });
        var got = await agent.FramesAsync(Each);
        await Task.WhenAll(hub, frames);
        Assert.Equal(Enumerable.Range(0, Each), got.Select(Frames.SequenceOf));
    }

    [Fact]
    public async Task FLOW_5_a_hub_that_flushes_into_a_full_pipe_waits_until_it_drains()
    {
        await using var rig = new RelayRig();
        var connection = rig.Connect();
        var flush = FillAsync(connection);
        Assert.False(flush.IsCompleted);
        var read = await connection.Incoming.ReadAsync();
        connection.Incoming.AdvanceTo(read.Buffer.End);
        Assert.False((await flush).IsCanceled);
    }

    [Fact]
    public async Task FLOW_5_a_waiting_flush_can_be_cancelled()
    {
        await using var rig = new RelayRig();
        var connection = rig.Connect();
        var flush = FillAsync(connection);
        connection.HubOutput.CancelPendingFlush();
        Assert.True((await flush).IsCanceled);
    }

    [Fact]
    public async Task FLOW_5_a_connection_ends_though_its_client_reads_nothing()
    {
        await using var rig = new RelayRig();
        var connection = rig.Connect();
        var flush = FillAsync(connection);
        await connection.CloseAsync();
        Assert.True((await flush).IsCompleted);
    }

    [Fact]
    public async Task FLOW_5_a_client_that_is_gone_costs_the_customer_nothing()
    {
        await using var rig = new RelayRig();
        var customer = rig.Customer();
        await customer.HandshakeAsync();
        var gone = rig.Agent();
        var watching = rig.Agent();
        await gone.Incoming.CompleteAsync(new IOException("reset"));
        await customer.SendFramesAsync(Frames.Keyframe(0, 3));
        await customer.SendFramesAsync([Frames.Of(FrameKind.Update, 3)]);
        Assert.Equal(4, (await watching.FramesAsync(4)).Count);
        Assert.Null(customer.HubFailed);
    }

    private static Task<System.IO.Pipelines.FlushResult> FillAsync(RigConnection connection)
    {
        connection.HubOutput.Write(new byte[100_000]);
        return connection.HubOutput.FlushAsync().AsTask();
    }
}
