using CoBrowse.Tests.EndToEnd.Driving;
using CoBrowse.Tests.EndToEnd.Product;
using Xunit;

namespace CoBrowse.Tests.EndToEnd.Stories;

/// <summary>One browser and one server for all stories of a collection, which leave the server standing.</summary>
public sealed class ProductFixture : IAsyncLifetime
{
    /// <summary>What agents may fill in. No page of the demo bank has such a field.</summary>
    private static readonly Dictionary<string, string> Granted = new()
    {
        ["Tenants:demo:Masking:Rules:2:Select"] = "[data-agents-may-fill]",
        ["Tenants:demo:Masking:Rules:2:Effect"] = "field",
        ["Tenants:demo:Masking:Rules:2:Rights:0"] = "value",
        ["Tenants:demo:Masking:Rules:2:Rights:1"] = "control",
    };

    internal BrowserFixture Browsers { get; } = new();

    internal ServerProcess Server { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        await Browsers.InitializeAsync();
        Server = await ServerProcess.StartAsync(Granted, metered: true);
    }

    public async Task DisposeAsync()
    {
        await Browsers.DisposeAsync();
        await Server.DisposeAsync();
    }
}

[CollectionDefinition(nameof(ProductCollection))]
public sealed class ProductCollection : ICollectionFixture<ProductFixture>;

/// <summary>The pages that nobody here wrote, large ones and hostile ones: they take as long as all other stories, and run beside them.</summary>
[CollectionDefinition(nameof(RealPagesCollection))]
public sealed class RealPagesCollection : ICollectionFixture<ProductFixture>;
