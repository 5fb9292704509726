namespace CoBrowse.Benchmarks.Load;

/// <summary>How late frames were, to a tenth of a millisecond.</summary>
internal sealed class Latencies
{
    private readonly int[] _tenths = new int[20_001];

    public long Count => _tenths.Sum(n => (long)n);

    public void Add(double milliseconds) =>
        Interlocked.Increment(ref _tenths[Math.Clamp((int)(milliseconds * 10), 0, _tenths.Length - 1)]);

    public double Percentile(double share)
    {
        var left = (long)Math.Ceiling(Count * share);
        for (var i = 0; i < _tenths.Length; i++)
        {
            left -= _tenths[i];
            if (left <= 0) return i / 10.0;
        }

        return _tenths.Length / 10.0;
    }

    /// <summary>The median, the 95th of a hundred, and the latest.</summary>
    public string Spread => Count == 0 ? "none arrived" : $"{Percentile(0.5):0.0} / {Percentile(0.95):0.0} / {Percentile(1):0.0}";

    public override string ToString() => Count == 0 ? "none arrived" : $"{Percentile(0.5):0.0} / {Percentile(0.99):0.0}";
}
