using CoBrowse.Server.Tests.Hosting;
using CoBrowse.Tests.EndToEnd.Product;

namespace CoBrowse.Server.Tests.Identity;

/// <summary>The issuer that a node trusts; one that only says it is that issuer; and another whose tokens live three seconds.</summary>
public sealed class ForeignIssuers : IAsyncLifetime
{
    internal ForeignIssuerProcess Real { get; private set; } = null!;

    internal ForeignIssuerProcess Pretender { get; private set; } = null!;

    internal ForeignIssuerProcess Other { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Real = await ForeignIssuerProcess.StartAsync(ForeignSignIn.Console);
        var others = await Task.WhenAll(
            ForeignIssuerProcess.StartAsync(ForeignSignIn.Console, claimed: Real.Address),
            ForeignIssuerProcess.StartAsync(ForeignSignIn.Console, TimeSpan.FromSeconds(3)));
        (Pretender, Other) = (others[0], others[1]);
    }

    public async Task DisposeAsync()
    {
        await Real.DisposeAsync();
        await Pretender.DisposeAsync();
        await Other.DisposeAsync();
    }
}
