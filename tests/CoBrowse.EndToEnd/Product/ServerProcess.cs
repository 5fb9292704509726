using System.Diagnostics;
using System.Text;

namespace CoBrowse.Tests.EndToEnd.Product;

/// <summary>The built server as its own process, with its own data folder, restartable on the same addresses.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);

    private readonly string data = Directory.CreateTempSubdirectory("cobrowse-e2e-").FullName;
    private readonly IReadOnlyDictionary<string, string> settings;
    private readonly StringBuilder log = new();
    private Process? process;

    private ServerProcess(IReadOnlyDictionary<string, string> settings) => this.settings = settings;

    public Uri Address { get; } = new($"http://localhost:{FreePort.Next()}");

    public Uri Portal { get; } = new($"http://localhost:{FreePort.Next()}");

    /// <summary>What the server has printed so far.</summary>
    public string Log
    {
        get { lock (log) return log.ToString(); }
    }

    public static async Task<ServerProcess> StartAsync(IReadOnlyDictionary<string, string>? settings = null)
    {
        var server = new ServerProcess(settings ?? new Dictionary<string, string>());
        await server.StartAgainAsync();
        return server;
    }

    /// <summary>Starts the server, again after <see cref="StopAsync"/>, on the same data.</summary>
    public async Task StartAgainAsync()
    {
        var folder = Repository.Path("server", "CoBrowse.Server");
        var assembly = Path.Combine(folder, "bin", Repository.Configuration, "net10.0", "CoBrowse.Server.dll");
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        string[] arguments =
        [
            assembly, $"--urls={Address.GetLeftPart(UriPartial.Authority)};{Portal.GetLeftPart(UriPartial.Authority)}",
            $"--DemoPortal:Address={Portal.GetLeftPart(UriPartial.Authority)}", $"--Storage:Path={data}",
            .. settings.Select(s => $"--{s.Key}={s.Value}"),
        ];
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => Append(line.Data);
        process.ErrorDataReceived += (_, line) => Append(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        await WaitUntilReadyAsync();
    }

    /// <summary>Ends the server at once, as a crash would.</summary>
    public async Task StopAsync()
    {
        if (process is null) return;
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
        process = null;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Directory.Delete(data, recursive: true);
    }

    private void Append(string? line)
    {
        lock (log) log.AppendLine(line);
    }

    private async Task WaitUntilReadyAsync()
    {
        using var http = new HttpClient { BaseAddress = Address };
        var waited = Stopwatch.StartNew();
        while (waited.Elapsed < StartLimit)
        {
            if (process!.HasExited) throw new InvalidOperationException($"The server ended while starting:\n{Log}");
            try
            {
                using var answer = await http.GetAsync("/health/ready");
                if (answer.IsSuccessStatusCode) return;
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            await Task.Delay(50);
        }

        throw new TimeoutException($"The server is not ready after {StartLimit}:\n{Log}");
    }
}
