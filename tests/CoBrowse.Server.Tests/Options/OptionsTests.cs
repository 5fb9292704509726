using CoBrowse.Server.Tests.Hosting;
using CoBrowse.Tests;

namespace CoBrowse.Server.Tests.Options;

public sealed class OptionsTests
{
    [Fact]
    public void Every_mistake_is_named_at_once()
    {
        var failure = Assert.ThrowsAny<Exception>(() => new TestNode(
            null,
            ("Sessions:ConsentTimeout", "00:00:00"),
            ("Sessions:PairingsPerCode", "0"),
            ("Tickets:Lifetime", "01:00:00"),
            ("Network:KnownProxies:0", "gateway.example"),
            ("Network:Limits:ConnectionsPerAddress", "0"),
            ("Network:Limits:BodyGrace", "00:00:01"),
            ("Assets:CapabilityLifetime", "00:00:01"),
            ("Tenants:demo:Origins:0", "http://localhost/path"),
            ("Tenants:demo:Masking:Text", "open"),
            ("Tenants:demo:Issuer:IntrospectionClientId", "node"),
            ("Tenants:demo:Issuer:Audience", " ")));
        var text = failure.ToString();
        Assert.All(
            [
                "Sessions:ConsentTimeout", "Sessions:PairingsPerCode", "Tickets:Lifetime", "Network:KnownProxies:0", "Network:Limits:ConnectionsPerAddress",
                "Network:Limits:BodyGrace", "Assets:CapabilityLifetime",
                "Tenants:demo:Origins:0", "Tenants:demo:Masking: text must be", "Tenants:demo:Issuer:Audience",
                "Tenants:demo:Issuer:IntrospectionClientId and IntrospectionSecret",
            ],
            setting => Assert.Contains(setting, text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nothing_of_development_starts_in_production()
    {
        using var data = new TemporaryFolder("production");
        var run = await Tool.RunAsync(
            "dotnet",
            [
                "exec", typeof(Program).Assembly.Location, "--urls", "http://127.0.0.1:0", "--Storage:Path", data.Path,
                "--DevelopmentIssuer:Enabled", "true", "--DemoPortal:Address", "http://127.0.0.1:5999",
                "--Tenants:demo:Origins:0", "http://localhost:*", "--Tenants:demo:Issuer:Authority", "development",
                "--Tenants:demo:Issuer:Audience", "cobrowse", "--Tenants:demo:Issuer:ClientId", "console",
            ],
            data.Path,
            new Dictionary<string, string> { ["ASPNETCORE_ENVIRONMENT"] = "Production" });
        Assert.NotEqual(0, run.ExitCode);
        Assert.All(
            ["DevelopmentIssuer:Enabled", "DemoPortal:Address", "Tenants:demo:Origins:0", "Tenants:demo:Issuer:Authority"],
            setting => Assert.Contains(setting, run.Output + run.Errors, StringComparison.Ordinal));
    }
}
