using CoBrowse.Server.Tests.Hosting;
using CoBrowse.Tests.EndToEnd.Product;

namespace CoBrowse.Server.Tests.Identity;

/// <summary>The issuer that a node trusts, and one that only says it is that issuer.</summary>
public sealed class ForeignIssuers : IAsyncLifetime
{
    internal ForeignIssuerProcess Real { get; private set; } = null!;

    internal ForeignIssuerProcess Pretender { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        var address = ForeignIssuerProcess.FreeAddress();
        var both = await Task.WhenAll(
            ForeignIssuerProcess.StartAsync(ForeignSignIn.Console, at: address),
            ForeignIssuerProcess.StartAsync(ForeignSignIn.Console, claimed: address));
        (Real, Pretender) = (both[0], both[1]);
    }

    public async Task DisposeAsync()
    {
        await Real.DisposeAsync();
        await Pretender.DisposeAsync();
    }
}
