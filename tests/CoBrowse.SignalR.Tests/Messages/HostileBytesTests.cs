using System.Buffers;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;

namespace CoBrowse.SignalR.Tests.Messages;

/// <summary>Whatever the bytes: a message, a wait for more, or an InvalidDataException.</summary>
public sealed class HostileBytesTests
{
    private static readonly CoBrowseHubProtocol Protocol = new();

    [Fact]
    public void WIRE_4_random_bytes_are_a_message_a_wait_or_refused() =>
        Prop.ForAll(Gen.Choose(0, 255).Select(i => (byte)i).ArrayOf().ToArbitrary(), bytes => Survives(bytes) && Survives(Framed(bytes)))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(3000));

    [Fact]
    public void WIRE_4_valid_messages_with_one_byte_changed_are_a_message_a_wait_or_refused() =>
        Prop.ForAll((from message in Gen.Elements(Valid)
                     from at in Gen.Choose(0, 1 << 20)
                     from value in Gen.Choose(0, 255)
                     select Changed(message, at, (byte)value)).ToArbitrary(), Survives)
            .Check(Config.QuickThrowOnFailure.WithMaxTest(5000));

    [Fact]
    public void WIRE_4_truncated_messages_wait_or_are_refused()
    {
        foreach (var message in Valid)
        {
            for (var cut = 0; cut < message.Length; cut++)
            {
                var rest = new ReadOnlySequence<byte>(message[..cut]);
                Assert.False(Protocol.TryParseMessage(ref rest, TestBinder.Instance, out _));
                Assert.True(Survives(Framed(message.AsSpan(1, Math.Max(0, cut - 1)).ToArray())));
            }
        }
    }

    [Theory]
    [InlineData("96018" + "0c0a46563686f91dd7fffffff90")]
    [InlineData("950180c0a46563686fdd7fffffff")]
    [InlineData("950180c0dbffffffff")]
    [InlineData("9501df7fffffffc0a4656368" + "6f90")]
    [InlineData("dd7fffffff01")]
    public void WIRE_4_a_length_beyond_the_message_is_refused_before_it_costs_anything(string hex)
    {
        var bytes = Framed(Convert.FromHexString(hex));
        Survives(bytes);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Survives(bytes);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 32_000);
    }

    [Fact]
    public void WIRE_2_a_prefix_beyond_2_GB_is_refused()
    {
        var bytes = new ReadOnlySequence<byte>([0xff, 0xff, 0xff, 0xff, 0x0f, 0x91, 0x06]);
        Assert.Throws<InvalidDataException>(() => Protocol.TryParseMessage(ref bytes, TestBinder.Instance, out _));
    }

    [Fact]
    public void WIRE_4_nesting_beyond_the_limit_is_refused()
    {
        byte[] message = [0x95, 0x01, 0x80, 0xc0, 0xa3, (byte)'a', (byte)'n', (byte)'y', 0x91, .. Enumerable.Repeat((byte)0x91, 100_000), 0xc0];
        var bytes = new ReadOnlySequence<byte>(Framed(message));
        Assert.Throws<InvalidDataException>(() => Protocol.TryParseMessage(ref bytes, TestBinder.Instance, out _));
    }

    [Fact]
    public void WIRE_3_an_unknown_type_is_skipped_and_the_next_message_read()
    {
        var bytes = new ReadOnlySequence<byte>([.. Framed([0x92, 0x63, 0xc0]), .. Protocol.GetMessageBytes(new InvocationMessage("echo", ["x"])).Span]);
        Assert.True(Protocol.TryParseMessage(ref bytes, TestBinder.Instance, out var unknown));
        Assert.IsType<PingMessage>(unknown);
        Assert.True(Protocol.TryParseMessage(ref bytes, TestBinder.Instance, out var next));
        Assert.Equal("echo", Assert.IsType<InvocationMessage>(next).Target);
    }

    private static byte[][] Valid { get; } =
    [
        .. new HubMessage[]
        {
            new InvocationMessage("7", "echo", ["text"]),
            new InvocationMessage("8", "any", [new Dictionary<string, object?> { ["a"] = new object?[] { 1, 2.5, null, true, new byte[] { 1, 2 } } }]),
            new InvocationMessage("9", "record", [new Sample("n", Shade.Dark, [1, 2], null)]),
            new StreamInvocationMessage("1", "echo", ["x"], ["2", "3"]),
            new StreamItemMessage("1", "item"),
            new CompletionMessage("1", null, "result", true),
            new CompletionMessage("1", "error", null, false),
            new CancelInvocationMessage("1"),
            new CloseMessage("bye", true),
            PingMessage.Instance,
        }.Select(m => Protocol.GetMessageBytes(m).ToArray()),
    ];

    private static bool Survives(byte[] bytes)
    {
        foreach (var size in (int[])[int.MaxValue, 1, 3])
        {
            var rest = Frames.Split(bytes, size);
            try
            {
                while (Protocol.TryParseMessage(ref rest, TestBinder.Instance, out _))
                {
                }
            }
            catch (InvalidDataException)
            {
            }
        }

        return true;
    }

    private static byte[] Framed(byte[] payload)
    {
        var prefix = new byte[MessageFraming.PrefixBytes(payload.Length)];
        MessageFraming.WritePrefix(prefix, payload.Length);
        return [.. prefix, .. payload];
    }

    private static byte[] Changed(byte[] message, int at, byte value)
    {
        var changed = (byte[])message.Clone();
        changed[at % changed.Length] = value;
        return changed;
    }
}
