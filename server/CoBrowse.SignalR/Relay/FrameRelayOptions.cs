namespace CoBrowse.SignalR;

/// <summary>Bounds of the frame relay.</summary>
public sealed class FrameRelayOptions
{
    /// <summary>Carry frames past the hub. Off: they take the hub method, at about ten times the cost. Default: true.</summary>
    public bool Splice { get; set; } = true;

    /// <summary>Bytes that an agent may lag behind the live end before a newer keyframe overtakes it. Default: 1 MB.</summary>
    public int LiveBudgetBytes { get; set; } = 1_000_000;

    /// <summary>A log shorter than this never asks for a keyframe, however small the keyframe. Default: 512 KB.</summary>
    public int LogBytes { get; set; } = 512 * 1024;

    /// <summary>Most bytes that a channel keeps for late joiners; beyond it the cache is dropped. Default: 32 MB.</summary>
    public int CacheBytes { get; set; } = 32 * 1024 * 1024;

    /// <summary>How long an asked-for keyframe may take before it is asked for again. Default: 15 seconds.</summary>
    public TimeSpan KeyframePatience { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>How often a hub is shown a ping while only frames arrive. Default: 5 seconds.</summary>
    public TimeSpan HubPingInterval { get; set; } = TimeSpan.FromSeconds(5);
}
