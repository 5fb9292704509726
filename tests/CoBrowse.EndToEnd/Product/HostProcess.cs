using System.Diagnostics;
using System.Text;

namespace CoBrowse.Tests.EndToEnd.Product;

/// <summary>A built host of ours as its own process, with all that it prints.</summary>
internal sealed class HostProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);

    private readonly StringBuilder log;
    private readonly Process process;

    private HostProcess(Process process, StringBuilder log) => (this.process, this.log) = (process, log);

    /// <summary>Starts <paramref name="project"/> of the folder server or tests and waits until <paramref name="ready"/> answers.</summary>
    /// <param name="project">The project, built.</param>
    /// <param name="ready">What answers once it is ready.</param>
    /// <param name="log">Takes all that it prints.</param>
    /// <param name="environment">Variables of its environment.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <exception cref="InvalidOperationException">The process ended while starting; the text is what it printed.</exception>
    public static async Task<HostProcess> StartAsync(string project, Uri ready, StringBuilder log, IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        var folder = new[] { "server", "tests" }.Select(room => Repository.Path(room, project)).First(Directory.Exists);
        var assembly = Path.Combine(folder, "bin", Repository.Configuration, "net10.0", project + ".dll");
        var start = new ProcessStartInfo("dotnet", [assembly, .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        foreach (var (name, value) in environment) start.Environment[name] = value;
        var process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => Append(log, line.Data);
        process.ErrorDataReceived += (_, line) => Append(log, line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var host = new HostProcess(process, log);
        try
        {
            await host.WaitUntilReadyAsync(ready);
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }

        return host;
    }

    /// <summary>The CPU time that it has used so far, and the memory that it has.</summary>
    public (TimeSpan Cpu, long Memory) Used
    {
        get
        {
            process.Refresh();
            return (process.TotalProcessorTime, process.WorkingSet64);
        }
    }

    /// <summary>Ends the process at once, as a crash would.</summary>
    public async ValueTask DisposeAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private static void Append(StringBuilder log, string? line)
    {
        lock (log) log.AppendLine(line);
    }

    private async Task WaitUntilReadyAsync(Uri ready)
    {
        using var http = new HttpClient();
        var waited = Stopwatch.StartNew();
        while (waited.Elapsed < StartLimit)
        {
            if (process.HasExited) throw new InvalidOperationException($"The host ended while starting:\n{log}");
            try
            {
                using var answer = await http.GetAsync(ready);
                if (answer.IsSuccessStatusCode) return;
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            await Task.Delay(50);
        }

        throw new TimeoutException($"The host is not ready after {StartLimit}:\n{log}");
    }
}
