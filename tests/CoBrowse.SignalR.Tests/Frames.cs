using System.Buffers;
using CoBrowse.Protocol;

namespace CoBrowse.SignalR.Tests;

/// <summary>Frames and the messages that carry them.</summary>
internal static class Frames
{
    public static byte[] Of(FrameKind kind, int sequence, int body = 20, FrameMarks marks = FrameMarks.None, uint epoch = 1, ushort stream = 0, byte of = 0)
    {
        var frame = new byte[FrameHeader.Bytes + body];
        new FrameHeader(kind, marks, of, stream, epoch, sequence, (uint)sequence).Write(frame);
        for (var i = 0; i < body; i++) frame[FrameHeader.Bytes + i] = (byte)((sequence * 7) + i);
        return frame;
    }

    public static IEnumerable<byte[]> Keyframe(int first, int chunks, int body = 20, uint epoch = 1, ushort stream = 0) =>
        Enumerable.Range(0, chunks).Select(i => Of(FrameKind.Snapshot, first + i, body,
            (i == 0 ? FrameMarks.Keyframe : 0) | (i == chunks - 1 ? FrameMarks.Last : 0), epoch, stream));

    public static byte[] Message(byte[] frame)
    {
        var message = new byte[FrameMessage.BytesFor(frame.Length, out _)];
        FrameMessage.Write(message, frame);
        return message;
    }

    /// <summary>The frames in a run of messages; the run must end with a whole one.</summary>
    public static List<byte[]> In(ReadOnlySpan<byte> messages)
    {
        var frames = new List<byte[]>();
        while (!messages.IsEmpty)
        {
            var start = messages[..Math.Min(messages.Length, FrameMessage.HeadBytes)];
            var match = FrameMessage.Match(start, messages.Length, out var head);
            var length = (int)head.MessageBytes;
            if (match == FrameMatch.Frame)
            {
                var envelope = 1;
                while ((messages[envelope - 1] & 0x80) != 0) envelope++;
                var size = messages[envelope + 7] switch { 0xc4 => 1, 0xc5 => 2, _ => 4 };
                frames.Add(messages[(envelope + 8 + size)..length].ToArray());
            }
            else if (match != FrameMatch.ForHub)
            {
                throw new InvalidDataException($"A message is {match}.");
            }

            messages = messages[length..];
        }

        return frames;
    }

    public static int SequenceOf(byte[] frame) => FrameHeader.TryRead(frame, out var header) ? header.Sequence : -1;

    /// <summary>What the body of a frame of that length and sequence must be, behind the same header.</summary>
    public static byte[] Like(byte[] frame, int sequence)
    {
        var like = (byte[])frame.Clone();
        for (var i = 0; i < like.Length - FrameHeader.Bytes; i++) like[FrameHeader.Bytes + i] = (byte)((sequence * 7) + i);
        return like;
    }

    /// <summary>The bytes in segments of that size, so that nothing may assume one span.</summary>
    public static ReadOnlySequence<byte> Split(byte[] bytes, int size)
    {
        if (bytes.Length <= size) return new(bytes);
        var first = new Piece(bytes.AsMemory(0, size), 0);
        var last = first;
        for (var at = size; at < bytes.Length; at += size) last = last.Then(bytes.AsMemory(at, Math.Min(size, bytes.Length - at)));
        return new(first, 0, last, last.Memory.Length);
    }

    private sealed class Piece : ReadOnlySequenceSegment<byte>
    {
        public Piece(ReadOnlyMemory<byte> memory, long start) => (Memory, RunningIndex) = (memory, start);

        public Piece Then(ReadOnlyMemory<byte> memory)
        {
            var next = new Piece(memory, RunningIndex + Memory.Length);
            Next = next;
            return next;
        }
    }
}
