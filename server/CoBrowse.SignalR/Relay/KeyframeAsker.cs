namespace CoBrowse.SignalR;

/// <summary>Keeps a customer's browser from being asked for a keyframe again before it could answer.</summary>
internal sealed class KeyframeAsker(TimeProvider clock, TimeSpan patience)
{
    private long? _asked;

    /// <summary>Whether to ask now; if so, the question counts as asked.</summary>
    public bool MayAsk()
    {
        if (_asked is { } since && clock.GetElapsedTime(since) < patience) return false;
        _asked = clock.GetTimestamp();
        return true;
    }

    /// <summary>A keyframe has begun, or whoever was asked is gone.</summary>
    public void Answered() => _asked = null;
}
