using CoBrowse.Sessions.Tests;
using CoBrowse.Tests;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CoBrowse.Server.Tests.Hosting;

/// <summary>The real server on a real port, with a data folder and a clock of the test's own.</summary>
public sealed class TestNode : Node
{
    private readonly Factory factory;
    private readonly TemporaryFolder? owned;

    public TestNode(string? data = null, params (string Key, string Value)[] settings)
    {
        owned = data is null ? new TemporaryFolder("node") : null;
        Data = data ?? owned!.Path;
        // The clock starts at the present: the framework's own parts go by the real one.
        Time = new ManualTime(DateTimeOffset.UtcNow);
        factory = new Factory(this, settings);
        factory.UseKestrel(0);
        factory.StartServer();
        Http = factory.CreateClient();
    }

    public string Data { get; }

    internal ManualTime Time { get; }

    public override HttpClient Http { get; }

    public List<string> Log { get; } = [];

    public IServiceProvider Services => factory.Services;

    public override async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await factory.DisposeAsync();
        owned?.Dispose();
    }

    private sealed class Factory(TestNode node, (string Key, string Value)[] settings) : WebApplicationFactory<Program>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseEnvironment("Development");
            builder.UseSetting("Storage:Path", node.Data);
            builder.UseSetting("DemoPortal:Address", string.Empty);
            builder.UseSetting("Sessions:OpenedPerMinute", "1000");
            builder.UseSetting("Tickets:PerMinute", "1000");
            foreach (var (key, value) in settings)
                builder.UseSetting(key, value);
            builder.ConfigureLogging(logging => logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddProvider(new ListLogger(node.Log)));
            builder.ConfigureTestServices(services => services.AddSingleton<TimeProvider>(node.Time));
        }
    }
}
