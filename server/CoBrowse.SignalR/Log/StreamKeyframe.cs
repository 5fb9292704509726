namespace CoBrowse.SignalR;

/// <summary>Where one stream's newest keyframes begin.</summary>
internal sealed class StreamKeyframe
{
    /// <summary>First chunk of the newest complete keyframe.</summary>
    public LogMark? Complete { get; set; }

    /// <summary>First chunk of a keyframe whose last chunk has not come.</summary>
    public LogMark? Arriving { get; set; }

    public uint Epoch { get; set; }

    /// <summary>The customer connection that it came by.</summary>
    public int Generation { get; set; }

    public LogMark? Earliest => Complete ?? Arriving;
}
