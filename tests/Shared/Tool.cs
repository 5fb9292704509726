using System.Diagnostics;
using System.Text;

namespace CoBrowse.Tests;

/// <summary>A command-line tool, run to its end.</summary>
internal sealed record Tool(int ExitCode, string Output, string Errors)
{
    /// <summary>Runs <paramref name="command"/>; its output is read while it runs, so it never blocks.</summary>
    public static async Task<Tool> RunAsync(
        string command, IEnumerable<string> arguments, string folder, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo(command, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        // Set by the test host for itself; inherited, they would send a nested dotnet to the wrong SDK resolver.
        foreach (var name in (string[])["MSBUILD_EXE_PATH", "MSBuildSDKsPath", "MSBuildExtensionsPath"]) start.Environment.Remove(name);
        foreach (var (name, value) in environment ?? new Dictionary<string, string>()) start.Environment[name] = value;

        using var process = new Process { StartInfo = start };
        var (output, errors) = (new StringBuilder(), new StringBuilder());
        process.OutputDataReceived += (_, line) => output.AppendLine(line.Data);
        process.ErrorDataReceived += (_, line) => errors.AppendLine(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        await process.WaitForExitAsync();
        return new Tool(process.ExitCode, output.ToString(), errors.ToString());
    }
}
