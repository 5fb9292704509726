using System.Text;

namespace CoBrowse.Tests.EndToEnd.Product;

/// <summary>The gateway as its own process, in front of a portal that knows nothing of us.</summary>
internal sealed class GatewayProcess : IAsyncDisposable
{
    private readonly HostProcess process;

    private GatewayProcess(HostProcess process, Uri address) => (this.process, Address) = (process, address);

    public Uri Address { get; }

    public static async Task<GatewayProcess> StartAsync(Uri portal, Uri server)
    {
        var address = new Uri($"http://localhost:{FreePort.Next()}");
        var process = await HostProcess.StartAsync(
            "CoBrowse.Gateway",
            new Uri(address, "/_cobrowse/snippet/cobrowse.js"),
            new StringBuilder(),
            new Dictionary<string, string>(),
            $"--urls={address.GetLeftPart(UriPartial.Authority)}",
            $"--Gateway:Portal={portal.GetLeftPart(UriPartial.Authority)}",
            $"--Gateway:Server={server.GetLeftPart(UriPartial.Authority)}");
        return new GatewayProcess(process, address);
    }

    public ValueTask DisposeAsync() => process.DisposeAsync();
}
