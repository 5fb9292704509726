using CoBrowse.Tests.EndToEnd.Product;

namespace CoBrowse.Server.Tests.Hosting;

/// <summary>The built server as a process of its own, with the real clock; it can be killed and started again.</summary>
internal sealed class BuiltNode : Node
{
    private readonly ServerProcess process;

    private BuiltNode(ServerProcess process)
    {
        this.process = process;
        Http = new HttpClient { BaseAddress = process.Address };
    }

    public override HttpClient Http { get; }

    /// <summary>Where the demo bank is.</summary>
    public Uri Bank => process.Portal;

    /// <summary>What the process has used so far.</summary>
    public (TimeSpan Cpu, long Memory) Used => process.Used;

    public static async Task<BuiltNode> StartAsync(IReadOnlyDictionary<string, string>? settings = null) =>
        new(await ServerProcess.StartAsync(settings));

    /// <summary>Ends the process at once, as <c>kill -9</c> does, and starts another on the same data.</summary>
    public async Task KillAndStartAgainAsync()
    {
        await process.StopAsync();
        await process.StartAgainAsync();
    }

    /// <summary>What the process has printed, once it has printed <paramref name="last"/>.</summary>
    public async Task<string> SaidAsync(string last)
    {
        var deadline = DateTime.UtcNow + HubLink.Patience;
        while (!process.Log.Contains(last, StringComparison.Ordinal) && DateTime.UtcNow < deadline)
            await Task.Delay(20);
        return process.Log;
    }

    public override async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await process.DisposeAsync();
    }
}
