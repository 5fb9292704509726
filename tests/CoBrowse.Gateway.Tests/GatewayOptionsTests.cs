using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Options;

namespace CoBrowse.Gateway.Tests;

public class GatewayOptionsTests
{
    [Fact]
    public async Task EveryMistake_IsNamedAtOnceAtTheStart()
    {
        var failure = await Assert.ThrowsAsync<OptionsValidationException>(() => Portal.StartAsync(
            _ => Task.CompletedTask,
            settings: [("Portal", "localhost:8080"), ("Server", "http://localhost:5080/path"), ("Tenant", " "), ("Prefix", "cobrowse/")]));
        Assert.Equal(4, failure.Failures.Count());
        foreach (var setting in (string[])["Gateway:Portal", "Gateway:Server", "Gateway:Tenant", "Gateway:Prefix"])
            Assert.Contains(failure.Failures, mistake => mistake.StartsWith(setting, StringComparison.Ordinal));
    }

    [Fact]
    public async Task GatewayWithoutAPortal_SaysWhatToDoAndGivesUp()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Services.AddGateway(builder.Configuration);
        await using var app = builder.Build();
        using var explanations = new StringWriter();

        Assert.Equal(1, app.RunGateway(explanations));
        Assert.Contains("--Gateway:Portal=http://localhost:8080", explanations.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("http://localhost:8080", true)]
    [InlineData("https://portal.example/", true)]
    [InlineData("ftp://portal.example", false)]
    [InlineData("http://user:pass@portal.example", false)]
    [InlineData("http://portal.example/?a=b", false)]
    public void Portal_IsAnOriginOfHttp(string portal, bool valid) =>
        Assert.Equal(valid, new GatewayOptionsValidator().Validate(null, new GatewayOptions { Portal = portal }).Succeeded);

    [Theory]
    [InlineData("/_cobrowse", true)]
    [InlineData("/a/b", true)]
    [InlineData("/", false)]
    [InlineData("/a//b", false)]
    [InlineData("/a/..", false)]
    [InlineData("/{a}", false)]
    [InlineData("/a b", false)]
    public void Prefix_IsAPlainPath(string prefix, bool valid) =>
        Assert.Equal(valid, new GatewayOptionsValidator().Validate(null, new GatewayOptions { Portal = "http://p", Prefix = prefix }).Succeeded);
}
