namespace CoBrowse.Tests;

/// <summary>The Chromium that tests drive; installed on first use where the machine has none.</summary>
internal static class Chromium
{
    /// <summary>Arguments that keep a headless Chromium quiet on a machine without a network.</summary>
    public static IReadOnlyList<string> Arguments { get; } =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    private static readonly Lazy<Task<string>> Found = new(FindAsync);

    /// <summary>The path of the browser.</summary>
    /// <exception cref="InvalidOperationException">There is none and none could be installed; the text says what to do.</exception>
    public static Task<string> PathAsync() => Found.Value;

    private static Task<string> FindAsync() => Task.Run(() =>
    {
        // Test projects run side by side, and two installations at once would trip over each other.
        using var turn = new Mutex(false, "Global\\CoBrowse.Tests.Chromium");
        try { turn.WaitOne(); }
        catch (AbandonedMutexException) { }

        try
        {
            // A mutex belongs to its thread, so this waits where it stands.
            var run = Tool.RunAsync("node", ["ensure-chromium.mjs"], Repository.Path("client-js")).GetAwaiter().GetResult();
            return run.ExitCode == 0
                ? run.Output.Trim().Split('\n')[^1].Trim()
                : throw new InvalidOperationException(run.Errors.Trim());
        }
        finally { turn.ReleaseMutex(); }
    });
}
