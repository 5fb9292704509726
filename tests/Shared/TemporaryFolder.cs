using System.Diagnostics;
using System.Globalization;

namespace CoBrowse.Tests;

/// <summary>
/// A folder for one test. It goes when disposed, at the latest when the process ends; what a killed process left behind
/// goes when the next one asks for its first folder.
/// </summary>
internal sealed class TemporaryFolder : IDisposable
{
    // With a space: a path that has one must do everywhere.
    private static readonly string Root = System.IO.Path.Combine(System.IO.Path.GetTempPath(), "cobrowse tests");
    private static readonly Lazy<string> Own = new(Claim);

    public TemporaryFolder(string purpose)
    {
        Path = System.IO.Path.Combine(Own.Value, $"{purpose} {Guid.NewGuid():N}");
        Directory.CreateDirectory(Path);
    }

    public string Path { get; }

    public void Dispose() => Delete(Path);

    private static string Claim()
    {
        Directory.CreateDirectory(Root);
        foreach (var left in Directory.EnumerateDirectories(Root).Where(folder => !IsInUse(System.IO.Path.GetFileName(folder))))
            Delete(left);
        var own = System.IO.Path.Combine(Root, Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Delete(own);
        return own;
    }

    private static bool IsInUse(string process)
    {
        if (!int.TryParse(process, NumberStyles.None, CultureInfo.InvariantCulture, out var id) || id == Environment.ProcessId)
            return false;
        try
        {
            using var running = Process.GetProcessById(id);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static void Delete(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // A server that is still closing writes into it, or another run sweeps too: the next run takes what is left.
        }
    }
}
