using System.Buffers;
using System.Buffers.Binary;
using CoBrowse.Protocol;

namespace CoBrowse.SignalR;

/// <summary>
/// The one hub message that bypasses the hub: <c>send("f", bytes)</c> as the official client writes it.
/// <code>
/// length  95 01 80 c0 a1 66 91  c4|c5|c6 size  frame
/// length  96 01 80 c0 a1 66 91  c4|c5|c6 size  frame  90
///         │  │  │  │  └ "f" └ one argument            └ no streams
///         │  │  │  └ no invocation id
///         │  │  └ no headers
///         │  └ invocation
///         └ array of 5 or 6
/// </code>
/// Invocations read the same in both directions, so these very bytes go to the agents.
/// </summary>
internal static class FrameMessage
{
    /// <summary>Bytes of a message before its frame, at most, and the frame's header.</summary>
    public const int HeadBytes = MessageFraming.LongestPrefix + EnvelopeBytes + 5 + FrameHeader.Bytes;

    private const int EnvelopeBytes = 7;

    private static ReadOnlySpan<byte> Envelope => [0x01, 0x80, 0xc0, 0xa1, 0x66, 0x91];

    /// <summary>Looks at the next message of a connection.</summary>
    /// <param name="start">The next bytes: <see cref="HeadBytes"/>, or all that arrived.</param>
    /// <param name="available">Bytes that arrived.</param>
    /// <param name="head">What could be learned of the message.</param>
    /// <exception cref="InvalidDataException">The prefix is no length.</exception>
    public static FrameMatch Match(ReadOnlySpan<byte> start, long available, out MessageHead head)
    {
        head = default;
        var prefix = MessageFraming.ReadPrefix(start, out var length);
        if (prefix == 0) return FrameMatch.Incomplete;
        head = new MessageHead((long)prefix + length, EndsWithStreams: false, default);
        var payload = start[prefix..];
        if (payload.Length > length) payload = payload[..length];
        if (!IsFrame(payload)) return payload.Length == length || !MayBeFrame(payload) ? FrameMatch.ForHub : FrameMatch.Incomplete;
        var sizeBytes = payload[EnvelopeBytes] switch { 0xc4 => 1, 0xc5 => 2, _ => 4 };
        var body = payload[(EnvelopeBytes + 1)..];
        if (body.Length < sizeBytes) return payload.Length == length ? FrameMatch.Violation : FrameMatch.Incomplete;
        long size = sizeBytes switch
        {
            1 => body[0],
            2 => BinaryPrimitives.ReadUInt16BigEndian(body),
            _ => BinaryPrimitives.ReadUInt32BigEndian(body),
        };
        // Decided by what is announced, so that an oversized frame is refused before it arrives.
        var streams = payload[0] == 0x96;
        var exact = EnvelopeBytes + 1 + sizeBytes + size + (streams ? 1 : 0) == length;
        if (!exact || size is < FrameHeader.Bytes or > ProtocolLimits.FrameBytes) return FrameMatch.Violation;
        if (available < head.MessageBytes) return FrameMatch.Incomplete;
        if (!FrameHeader.TryRead(body[sizeBytes..], out var header)) return FrameMatch.Violation;
        head = head with { EndsWithStreams = streams, Header = header };
        return FrameMatch.Frame;
    }

    /// <summary>Length of the message that carries a frame of that size.</summary>
    public static int BytesFor(int frameBytes, out int payloadBytes)
    {
        payloadBytes = EnvelopeBytes + 1 + SizeBytes(frameBytes) + frameBytes;
        return MessageFraming.PrefixBytes(payloadBytes) + payloadBytes;
    }

    /// <summary>Writes what the official client would have written for this frame.</summary>
    public static void Write(Span<byte> message, ReadOnlySpan<byte> frame)
    {
        var prefix = BytesFor(frame.Length, out var payloadBytes) - payloadBytes;
        MessageFraming.WritePrefix(message, payloadBytes);
        var payload = message[prefix..];
        payload[0] = 0x95;
        Envelope.CopyTo(payload[1..]);
        var size = payload[EnvelopeBytes..];
        switch (SizeBytes(frame.Length))
        {
            case 1: (size[0], size[1]) = (0xc4, (byte)frame.Length); break;
            case 2: size[0] = 0xc5; BinaryPrimitives.WriteUInt16BigEndian(size[1..], (ushort)frame.Length); break;
            default: size[0] = 0xc6; BinaryPrimitives.WriteUInt32BigEndian(size[1..], (uint)frame.Length); break;
        }

        frame.CopyTo(payload[^frame.Length..]);
    }

    /// <summary>Whether the list of streams at the message's end is empty.</summary>
    public static bool EndsWithoutStreams(in ReadOnlySequence<byte> message) => message.Slice(message.Length - 1).FirstSpan[0] == 0x90;

    private static int SizeBytes(int frameBytes) => frameBytes switch { <= byte.MaxValue => 1, <= ushort.MaxValue => 2, _ => 4 };

    private static bool IsFrame(ReadOnlySpan<byte> payload) =>
        payload.Length > EnvelopeBytes && payload[0] is 0x95 or 0x96
        && payload.Slice(1, Envelope.Length).SequenceEqual(Envelope) && payload[EnvelopeBytes] is 0xc4 or 0xc5 or 0xc6;

    private static bool MayBeFrame(ReadOnlySpan<byte> payload) =>
        payload.Length <= EnvelopeBytes
        && (payload.IsEmpty || (payload[0] is 0x95 or 0x96 && Envelope.StartsWith(payload[1..])));
}
