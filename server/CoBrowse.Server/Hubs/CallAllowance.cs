namespace CoBrowse.Server.Hubs;

/// <summary>So many calls each second, and five times as many at once. Of one connection, whose calls come one by one.</summary>
internal sealed class CallAllowance
{
    private readonly int perSecond;
    private readonly TimeProvider time;
    private double left;
    private DateTimeOffset counted;

    public CallAllowance(int perSecond, TimeProvider time) =>
        (this.perSecond, this.time, left, counted) = (perSecond, time, Most(perSecond), time.GetUtcNow());

    /// <summary>Whether one more call may come now; if so, it counts.</summary>
    public bool Take()
    {
        var now = time.GetUtcNow();
        // A clock that was set back gives nothing and takes nothing.
        left = Math.Min(Most(perSecond), left + (Math.Max(0, (now - counted).TotalSeconds) * perSecond));
        counted = now;
        if (left < 1)
            return false;
        left--;
        return true;
    }

    private static double Most(int perSecond) => 5 * perSecond;
}
