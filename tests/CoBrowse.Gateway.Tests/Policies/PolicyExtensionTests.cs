using System.Text;
using CoBrowse.Gateway.Injection;
using CoBrowse.Gateway.Policies;

namespace CoBrowse.Gateway.Tests.Policies;

public class PolicyExtensionTests
{
    private static readonly SnippetSources Sources = new("http://g:1", "/_cobrowse");

    [Theory]
    [InlineData("script-src 'self'", "script-src 'self'")]
    [InlineData("img-src 'none'", "img-src 'none'")]
    [InlineData("script-src https://cdn.example", "script-src https://cdn.example http://g:1/_cobrowse/snippet/")]
    [InlineData("script-src 'none'", "script-src http://g:1/_cobrowse/snippet/")]
    [InlineData("script-src 'unsafe-inline'", "script-src 'unsafe-inline' http://g:1/_cobrowse/snippet/")]
    [InlineData("script-src 'nonce-a' 'sha256-x'", "script-src 'nonce-a' 'sha256-x' http://g:1/_cobrowse/snippet/")]
    [InlineData("script-src 'nonce-abc' 'strict-dynamic'", "script-src 'nonce-abc' 'strict-dynamic'")]
    [InlineData("script-src 'self'; script-src-elem https://cdn.example", "script-src 'self'; script-src-elem https://cdn.example http://g:1/_cobrowse/snippet/")]
    [InlineData("SCRIPT-SRC 'SELF'; script-src https://second.example", "script-src 'SELF'")]
    [InlineData("connect-src 'self'", "connect-src 'self' ws://g:1/_cobrowse/hubs/")]
    [InlineData("connect-src https://api.example", "connect-src https://api.example http://g:1/_cobrowse/ ws://g:1/_cobrowse/hubs/")]
    [InlineData("default-src 'self'", "default-src 'self'; connect-src 'self' ws://g:1/_cobrowse/hubs/")]
    [InlineData(
        "default-src 'none'; img-src 'self'",
        "default-src 'none'; img-src 'self'; script-src http://g:1/_cobrowse/snippet/; connect-src http://g:1/_cobrowse/ ws://g:1/_cobrowse/hubs/")]
    [InlineData("upgrade-insecure-requests;; frame-ancestors 'none' ;", "upgrade-insecure-requests; frame-ancestors 'none'")]
    public void Policy_GrowsByWhatTheSnippetNeedsAndNothingElse(string policy, string expected) =>
        Assert.Equal(expected, PolicyExtension.Extend(policy, Sources, new SnippetTag("http://g:1/_cobrowse", "demo")));

    [Fact]
    public void StrictDynamicWithHashesOnly_GetsANonceThatTheTagCarries()
    {
        var tag = new SnippetTag("http://g:1/_cobrowse", "demo");
        var policy = PolicyExtension.Extend("script-src 'sha256-x' 'strict-dynamic'", Sources, tag);
        Assert.NotNull(tag.Nonce);
        Assert.Equal($"script-src 'sha256-x' 'strict-dynamic' 'nonce-{tag.Nonce}'", policy);
        Assert.Contains(" nonce=", Encoding.ASCII.GetString(tag.ToBytes()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Header_StaysAsItIs_UntilTheOperatorSaysSo()
    {
        await using var portal = await Start();
        var answer = await portal.Client.GetAsync("/");
        Assert.Equal(["default-src 'none'", "script-src 'nonce-n1' 'strict-dynamic'"], answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("content=\"connect-src x\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task EveryPolicyOfThePage_IsExtendedWhenTheOperatorSaysSo()
    {
        await using var portal = await Start(("ExtendContentSecurityPolicy", "true"));
        var host = portal.GatewayOrigin["http://".Length..];

        var answer = await portal.Client.GetAsync("/");

        var connect = $"http://{host}/_cobrowse/ ws://{host}/_cobrowse/hubs/";
        Assert.Equal(
            $"default-src 'none'; script-src http://{host}/_cobrowse/snippet/; connect-src {connect}, script-src 'nonce-n1' 'strict-dynamic'",
            Assert.Single(answer.Headers.GetValues("Content-Security-Policy")));
        Assert.Equal("default-src 'none'", Assert.Single(answer.Headers.GetValues("Content-Security-Policy-Report-Only")));
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Contains($"content=\"connect-src x {connect}\"", page, StringComparison.Ordinal);
        Assert.Contains(" nonce=\"n1\"></script></head>", page, StringComparison.Ordinal);
    }

    private static Task<Portal> Start(params (string, string)[] settings) => Portal.WithPageAsync(
        Encoding.UTF8.GetBytes("<!doctype html><head><meta http-equiv=\"Content-Security-Policy\" content=\"connect-src x\"></head>"),
        headers: response =>
        {
            response.Headers.ContentSecurityPolicy = new(["default-src 'none'", "script-src 'nonce-n1' 'strict-dynamic'"]);
            response.Headers.ContentSecurityPolicyReportOnly = "default-src 'none'";
        },
        settings: settings);
}
