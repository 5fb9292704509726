using CoBrowse.Protocol;

namespace CoBrowse.SignalR;

/// <summary>
/// Knows from where in the log a late joiner can start: the earliest of its streams' newest complete keyframes. The
/// streams of a former customer connection count until a keyframe of the present one is complete. Not thread-safe.
/// </summary>
internal sealed class KeyframeIndex
{
    /// <summary>Most streams (tabs and cross-origin iframes) of one session.</summary>
    public const int MostStreams = 64;

    private readonly Dictionary<ushort, StreamKeyframe> _streams = [];
    private int _generation;

    /// <summary>From where anyone can start, once any keyframe has begun.</summary>
    public LogMark? Start { get; private set; }

    /// <summary>Whether <see cref="Start"/> leads to a whole page.</summary>
    public bool Complete { get; private set; }

    /// <summary>Whether a keyframe is on its way.</summary>
    public bool Arriving { get; private set; }

    /// <summary>Bytes from the newest complete keyframe's first chunk to its last.</summary>
    public long KeyframeBytes { get; private set; }

    /// <summary>Where the newest complete keyframe ended.</summary>
    public long KeyframeEnd { get; private set; }

    /// <summary>Another connection of the customer sends from now on.</summary>
    public void NextGeneration() => _generation++;

    /// <summary>Whether a frame of this stream may come; a page has no more than a few.</summary>
    public bool Admits(ushort stream) => _streams.Count < MostStreams || _streams.ContainsKey(stream);

    /// <summary>Notes a frame that was logged at <paramref name="mark"/> and ends at <paramref name="end"/>.</summary>
    /// <returns>Whether anything that this index says has changed.</returns>
    public bool Note(in FrameHeader header, LogMark mark, long end)
    {
        var known = _streams.TryGetValue(header.Stream, out var stream);
        if (known && stream!.Epoch == header.Epoch) stream.Generation = _generation;
        if (header.Kind != FrameKind.Snapshot || (header.Marks & (FrameMarks.Keyframe | FrameMarks.Last)) == 0) return false;
        if ((header.Marks & FrameMarks.Keyframe) != 0)
        {
            if (!known) _streams[header.Stream] = stream = new StreamKeyframe();
            stream!.Arriving = mark;
            stream.Epoch = header.Epoch;
            stream.Generation = _generation;
        }

        // The last chunk of a keyframe whose first was never seen, or was another document's, completes nothing.
        if ((header.Marks & FrameMarks.Last) != 0 && stream is { Arriving: { } first } && stream.Epoch == header.Epoch)
        {
            stream.Complete = first;
            stream.Arriving = null;
            KeyframeBytes = end - first.Position;
            KeyframeEnd = end;
            foreach (var (former, state) in _streams)
            {
                if (state.Generation != _generation) _streams.Remove(former);
            }
        }

        Survey();
        return true;
    }

    public void Clear()
    {
        _streams.Clear();
        KeyframeBytes = 0;
        Survey();
    }

    private void Survey()
    {
        Start = null;
        Complete = Arriving = false;
        foreach (var stream in _streams.Values)
        {
            Complete |= stream.Complete is not null;
            Arriving |= stream.Arriving is not null;
            if (stream.Earliest is { } mark && (Start is null || mark.Position < Start.Value.Position)) Start = mark;
        }
    }
}
