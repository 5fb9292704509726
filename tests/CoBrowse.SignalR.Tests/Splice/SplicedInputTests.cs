using CoBrowse.Protocol;
using CoBrowse.SignalR.Tests.Relay;
using FsCheck;
using FsCheck.Fluent;

namespace CoBrowse.SignalR.Tests.Splice;

public sealed class SplicedInputTests
{
    private static readonly byte[] Ping = [0x02, 0x91, 0x06];

    [Fact]
    public void RELAY_2_however_the_bytes_are_cut_the_hub_sees_all_but_the_frames() =>
        Prop.ForAll((from kinds in Gen.Elements(0, 1, 2, 3).ArrayOf(40)
                     from cuts in Gen.Choose(1, 70).ArrayOf(30)
                     select (kinds, cuts)).ToArbitrary(), given => Passes(given.kinds, given.cuts).GetAwaiter().GetResult())
            .Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public async Task FLOW_1_while_only_frames_arrive_the_hub_is_shown_a_ping_now_and_then()
    {
        await using var rig = new RelayRig();
        var customer = rig.Customer();
        var agent = rig.Agent();
        await customer.HandshakeAsync();
        await customer.SendFramesAsync(Frames.Keyframe(0, 1));
        await agent.FramesAsync(1);
        var quiet = customer.Shown.WrittenCount;
        for (var i = 1; i < 5; i++)
        {
            rig.Clock.Advance(TimeSpan.FromSeconds(6));
            await customer.SendFramesAsync([Frames.Of(FrameKind.Update, i)]);
            await agent.FramesAsync(i + 1);
        }

        await customer.CloseAsync();
        Assert.Equal([.. Ping, .. Ping, .. Ping, .. Ping], customer.Shown.WrittenSpan[quiet..].ToArray());
    }

    [Fact]
    public async Task RELAY_6_a_frame_of_a_connection_that_never_was_a_customer_ends_it()
    {
        await using var rig = new RelayRig();
        var stranger = rig.Connect();
        await stranger.HandshakeAsync();
        await stranger.SendFramesAsync(Frames.Keyframe(0, 1));
        await stranger.EndedAsync();
        Assert.NotNull(stranger.HubFailed);
    }

    [Fact]
    public async Task FLOW_3_a_connection_that_ends_within_a_frame_leaves_the_rest_to_its_hub()
    {
        await using var rig = new RelayRig();
        var customer = rig.Customer();
        await customer.HandshakeAsync();
        var message = Frames.Message(Frames.Of(FrameKind.Update, 0));
        await customer.SendAsync(message[..^3]);
        await customer.CloseAsync();
        Assert.Null(customer.HubFailed);
    }

    private static async Task<bool> Passes(int[] kinds, int[] cuts)
    {
        await using var rig = new RelayRig();
        var customer = rig.Customer();
        var agent = rig.Agent();
        byte[] handshake = [.. "{\"protocol\":\"messagepack\"}"u8, 0x1e];
        List<byte> all = [.. handshake], control = [.. handshake];
        var frames = Frames.Keyframe(0, 1).ToList();
        all.AddRange(Frames.Message(frames[0]));
        foreach (var kind in kinds)
        {
            byte[] message = kind switch
            {
                0 => Ping,
                1 => [0x0c, 0x95, 0x01, 0x80, 0xc0, 0xa1, 0x66, 0x92, 0xc4, 0x01, 0x07, 0xc3, 0xc3],
                2 => [0x0b, 0x95, 0x01, 0x80, 0xc0, 0xa4, (byte)'N', (byte)'o', (byte)'t', (byte)'e', 0x91, 0x05],
                _ => [],
            };
            if (message.Length == 0)
            {
                frames.Add(Frames.Of(FrameKind.Update, frames.Count, 5 + (frames.Count * 13 % 300)));
                message = Frames.Message(frames[^1]);
            }
            else
            {
                control.AddRange(message);
            }

            all.AddRange(message);
        }

        for (int at = 0, cut = 0; at < all.Count; cut++)
        {
            var size = Math.Min(cuts[cut % cuts.Length], all.Count - at);
            await customer.SendAsync([.. all.GetRange(at, size)]);
            at += size;
        }

        await customer.CloseAsync();
        var got = await agent.FramesAsync(frames.Count);
        return customer.HubFailed is null
            && customer.Shown.WrittenSpan.SequenceEqual(control.ToArray())
            && got.Zip(frames).All(pair => pair.First.AsSpan().SequenceEqual(pair.Second));
    }
}
