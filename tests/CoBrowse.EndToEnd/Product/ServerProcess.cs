using System.Text;

namespace CoBrowse.Tests.EndToEnd.Product;

/// <summary>The server as its own process, with its own data folder, restartable on the same addresses.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private const string MetersFile = "COBROWSE_METERS";
    private readonly TemporaryFolder data = new("server");
    private readonly TemporaryFolder meters = new("meters");
    private readonly IReadOnlyDictionary<string, string> settings;
    private readonly Dictionary<string, string> environment = [];
    private readonly StringBuilder log = new();
    private HostProcess? process;

    private ServerProcess(IReadOnlyDictionary<string, string> settings, Uri address) => (this.settings, Address) = (settings, address);

    public Uri Address { get; }

    public Uri Portal { get; } = new($"http://localhost:{FreePort.Next()}");

    /// <summary>Where the server keeps all that it keeps.</summary>
    public string Folder => data.Path;

    /// <summary>What the server's meters have said so far: each instrument with each set of tags.</summary>
    public async Task<string> MetersAsync()
    {
        await using var file = new FileStream(environment[MetersFile], FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(file);
        return await reader.ReadToEndAsync();
    }

    /// <summary>The CPU time that the server has used so far, and the memory that it has.</summary>
    public (TimeSpan Cpu, long Memory) Used => process!.Used;

    /// <summary>What the server has printed so far.</summary>
    public string Log
    {
        get { lock (log) return log.ToString(); }
    }

    /// <param name="settings">What it is told beside its own settings.</param>
    /// <param name="address">Where it is to be, if somebody has to know before it starts.</param>
    /// <param name="metered">Whether what its meters say is written down.</param>
    public static async Task<ServerProcess> StartAsync(
        IReadOnlyDictionary<string, string>? settings = null, Uri? address = null, bool metered = false)
    {
        var server = new ServerProcess(settings ?? new Dictionary<string, string>(), address ?? new Uri($"http://localhost:{FreePort.Next()}"));
        if (metered)
        {
            server.environment["DOTNET_STARTUP_HOOKS"] = Repository.Path("tests", "CoBrowse.MeterLog", "bin", Repository.Configuration, "net10.0", "CoBrowse.MeterLog.dll");
            server.environment[MetersFile] = Path.Combine(server.meters.Path, "meters.txt");
        }

        await server.StartAgainAsync();
        return server;
    }

    /// <summary>Starts the server, again after <see cref="StopAsync"/>, on the same data.</summary>
    public async Task StartAgainAsync() => process = await HostProcess.StartAsync(
        "CoBrowse.Server",
        new Uri(Address, "/health/ready"),
        log,
        environment,
        [
            $"--urls={Address.GetLeftPart(UriPartial.Authority)};{Portal.GetLeftPart(UriPartial.Authority)}",
            $"--DemoPortal:Address={Portal.GetLeftPart(UriPartial.Authority)}",
            $"--Tenants:demo:StartPage={new Uri(Portal, "/accounts.html")}",
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
        meters.Dispose();
    }
}
