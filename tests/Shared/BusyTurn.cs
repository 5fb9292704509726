namespace CoBrowse.Tests;

/// <summary>
/// Suites that drive browsers take turns: side by side they only make each other slow, and what waits for a page gives up.
/// </summary>
public static class BusyTurn
{
    // The process that holds it lets go of it by ending.
    private static readonly Lazy<Task<FileStream>> Turn = new(WaitAsync);

    /// <summary>Returns once it is this process's turn, and at once from then on.</summary>
    public static Task TakeAsync() => Turn.Value;

    private static async Task<FileStream> WaitAsync()
    {
        var file = Path.Combine(Path.GetTempPath(), "cobrowse-tests.turn");
        while (true)
        {
            try
            {
                return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(200));
            }
        }
    }
}
