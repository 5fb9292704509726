using System.Text;

namespace CoBrowse.Tests.EndToEnd.Product;

/// <summary>The server as its own process, with its own data folder, restartable on the same addresses.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private readonly TemporaryFolder data = new("server");
    private readonly IReadOnlyDictionary<string, string> settings;
    private readonly StringBuilder log = new();
    private HostProcess? process;

    private ServerProcess(IReadOnlyDictionary<string, string> settings, Uri address) => (this.settings, Address) = (settings, address);

    public Uri Address { get; }

    public Uri Portal { get; } = new($"http://localhost:{FreePort.Next()}");

    /// <summary>Where the server keeps all that it keeps.</summary>
    public string Folder => data.Path;

    /// <summary>What the server has printed so far.</summary>
    public string Log
    {
        get { lock (log) return log.ToString(); }
    }

    /// <param name="settings">What it is told beside its own settings.</param>
    /// <param name="address">Where it is to be, if somebody has to know before it starts.</param>
    public static async Task<ServerProcess> StartAsync(IReadOnlyDictionary<string, string>? settings = null, Uri? address = null)
    {
        var server = new ServerProcess(settings ?? new Dictionary<string, string>(), address ?? new Uri($"http://localhost:{FreePort.Next()}"));
        await server.StartAgainAsync();
        return server;
    }

    /// <summary>Starts the server, again after <see cref="StopAsync"/>, on the same data.</summary>
    public async Task StartAgainAsync() => process = await HostProcess.StartAsync(
        "CoBrowse.Server",
        new Uri(Address, "/health/ready"),
        log,
        [
            $"--urls={Address.GetLeftPart(UriPartial.Authority)};{Portal.GetLeftPart(UriPartial.Authority)}",
            $"--DemoPortal:Address={Portal.GetLeftPart(UriPartial.Authority)}",
            $"--Storage:Path={data.Path}",
            .. settings.Select(s => $"--{s.Key}={s.Value}"),
        ]);

    /// <summary>Ends the server at once, as a crash would.</summary>
    public async Task StopAsync()
    {
        if (process is not null) await process.DisposeAsync();
        process = null;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        data.Dispose();
    }
}
