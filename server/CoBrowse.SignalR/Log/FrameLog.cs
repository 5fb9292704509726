using System.Buffers;

namespace CoBrowse.SignalR;

/// <summary>
/// The encoded frame messages of one channel, in order, as far back as anyone may still need them. A message never
/// crosses a segment. Segments are used again within their channel only, so that no mistake here could ever show one
/// customer's page to another's agent. Not thread-safe: the channel's lock guards it.
/// </summary>
internal sealed class FrameLog
{
    // Longer messages get a segment of their own size, so that little room is lost between long and short ones.
    private const int SegmentBytes = 8 * 1024;
    private const int LongMessage = SegmentBytes / 2;
    private const int SpareSegments = 8;

    private readonly Stack<LogSegment> _spare = new();
    private LogSegment? _oldest;
    private LogSegment? _newest;

    /// <summary>Where the next message will stand.</summary>
    public long Tail { get; private set; }

    /// <summary>Bytes held.</summary>
    public long Held => _oldest is null ? 0 : Tail - _oldest.Start;

    /// <summary>Makes room for a message, which perhaps not everybody may see, and returns where to write it, and its mark.</summary>
    public Span<byte> Reserve(int bytes, bool restricted, out LogMark mark)
    {
        if (_newest is null || _newest.Bytes.Length - _newest.Length < bytes) Grow(bytes);
        var segment = _newest!;
        mark = new LogMark(segment, Tail);
        var room = segment.Bytes.AsSpan(segment.Length, bytes);
        segment.Length += bytes;
        segment.Restricted |= restricted;
        Tail += bytes;
        return room;
    }

    /// <summary>
    /// Copies whole messages from <paramref name="mark"/> on, until <paramref name="enough"/> bytes or the tail; those of
    /// a class that is not in <paramref name="sees"/> are passed over.
    /// </summary>
    /// <returns>Where it stopped.</returns>
    public static LogMark CopyTo(IBufferWriter<byte> output, LogMark mark, int enough, FrameClasses sees)
    {
        var (segment, position) = mark;
        for (var copied = 0; copied < enough;)
        {
            var fresh = segment.Bytes.AsSpan((int)(position - segment.Start), (int)(segment.End - position));
            if (!fresh.IsEmpty)
            {
                if (segment.Restricted) CopySeen(output, fresh, sees);
                else output.Write(fresh);
                copied += fresh.Length;
                position = segment.End;
            }

            if (segment.Next is null) break;
            segment = segment.Next;
        }

        return new LogMark(segment, position);
    }

    /// <summary>Lets go of what stands before <paramref name="position"/>.</summary>
    public void Release(long position)
    {
        // A mark at the very end of a segment still names it, so that segment stays.
        while (_oldest is { Next: { } next } && _oldest.End < position)
        {
            var released = _oldest;
            _oldest = next;
            if (released.Bytes.Length == SegmentBytes && _spare.Count < SpareSegments)
            {
                released.Next = null;
                _spare.Push(released);
            }
        }
    }

    /// <summary>Lets go of everything. Marks taken before are void.</summary>
    public void Clear()
    {
        _oldest = _newest = null;
        _spare.Clear();
    }

    private static void CopySeen(IBufferWriter<byte> output, ReadOnlySpan<byte> messages, FrameClasses sees)
    {
        var (from, at) = (0, 0);
        while (at < messages.Length)
        {
            var start = messages.Slice(at, Math.Min(FrameMessage.HeadBytes, messages.Length - at));
            // Only frames are logged; what could not be read as one would have to go to nobody.
            if (FrameMessage.Match(start, messages.Length - at, out var head) != FrameMatch.Frame)
                throw new InvalidOperationException("The log holds something that is no frame.");
            var next = at + (int)head.MessageBytes;
            if (!sees.Contains(head.Header.Class))
            {
                output.Write(messages[from..at]);
                from = next;
            }

            at = next;
        }

        output.Write(messages[from..at]);
    }

    private void Grow(int bytes)
    {
        var segment = bytes > LongMessage ? Room(bytes) : _spare.TryPop(out var spare) ? spare : Room(SegmentBytes);
        segment.Start = Tail;
        segment.Length = 0;
        segment.Restricted = false;
        if (_newest is null) _oldest = segment;
        else _newest.Next = segment;
        _newest = segment;
    }

    private static LogSegment Room(int bytes) => new(GC.AllocateUninitializedArray<byte>(bytes));
}
