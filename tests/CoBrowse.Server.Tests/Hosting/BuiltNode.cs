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

    public static async Task<BuiltNode> StartAsync() => new(await ServerProcess.StartAsync());

    /// <summary>Ends the process at once, as <c>kill -9</c> does, and starts another on the same data.</summary>
    public async Task KillAndStartAgainAsync()
    {
        await process.StopAsync();
        await process.StartAgainAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await process.DisposeAsync();
    }
}
