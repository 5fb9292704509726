using System.Diagnostics;

namespace CoBrowse.Tests.EndToEnd.Driving;

/// <summary>Waits for conditions that no event announces to the test.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Often = TimeSpan.FromMilliseconds(25);
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(40);

    /// <summary>The first non-null answer of <paramref name="probe"/>.</summary>
    /// <exception cref="TimeoutException">There was none in time; <paramref name="what"/> says what was awaited.</exception>
    public static async Task<T> GetAsync<T>(string what, Func<Task<T?>> probe, TimeSpan? limit = null, TimeSpan? every = null)
        where T : class
    {
        var waited = Stopwatch.StartNew();
        while (true)
        {
            if (await probe() is { } value) return value;
            if (waited.Elapsed > (limit ?? Limit)) throw new TimeoutException($"Waited {waited.Elapsed.TotalSeconds:0} s for {what}.");
            await Task.Delay(every ?? Often);
        }
    }

    public static Task TrueAsync(string what, Func<Task<bool>> probe, TimeSpan? limit = null) =>
        GetAsync(what, async () => await probe() ? what : null, limit);
}
