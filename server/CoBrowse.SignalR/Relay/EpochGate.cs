namespace CoBrowse.SignalR;

/// <summary>Which epochs' frames may pass: all of them, or the newest few that were named. Not thread-safe.</summary>
internal sealed class EpochGate
{
    // A customer's tab has one, and its cross-origin iframes one each.
    private const int Most = 64;

    private readonly uint[] _named = new uint[Most];
    private int _count;
    private bool _shut;

    /// <summary>Whether no epoch can pass.</summary>
    public bool Refuses => _shut && _count == 0;

    public bool Admits(uint epoch) => !_shut || _named.AsSpan(0, Math.Min(_count, Most)).Contains(epoch);

    public void Open() => (_shut, _count) = (false, 0);

    public void Shut() => (_shut, _count) = (true, 0);

    /// <summary>Lets this epoch pass; beyond the bound, the one named longest ago no more.</summary>
    public void Name(uint epoch)
    {
        if (Admits(epoch)) return;
        _named[_count % Most] = epoch;
        _count = _count == 2 * Most - 1 ? Most : _count + 1;
    }
}
