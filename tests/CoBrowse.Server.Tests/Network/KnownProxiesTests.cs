using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using CoBrowse.Server.Tests.Hosting;

namespace CoBrowse.Server.Tests.Network;

public sealed class KnownProxiesTests
{
    // Development trusts the machine itself; this takes it back, as outside Development.
    private static readonly (string, string)[] Nobody = [("Network:KnownProxies:0", "192.0.2.1"), ("Network:KnownProxies:1", "192.0.2.2")];

    private static readonly (string, string) OneEach = ("Sessions:OpenedPerMinute", "1");

    [Fact]
    public async Task Behind_a_known_proxy_limits_count_by_the_customers_address()
    {
        await using var node = new TestNode(null, OneEach);
        Assert.Equal(HttpStatusCode.Created, await OpenForAsync(node, "203.0.113.5"));
        Assert.Equal(HttpStatusCode.Created, await OpenForAsync(node, "203.0.113.6"));
        Assert.Equal(HttpStatusCode.TooManyRequests, await OpenForAsync(node, "203.0.113.5"));
    }

    [Fact]
    public async Task What_a_customer_writes_before_the_proxys_own_entry_changes_nothing()
    {
        await using var node = new TestNode(null, OneEach);
        Assert.Equal(HttpStatusCode.Created, await OpenForAsync(node, "198.51.100.1, 203.0.113.5"));
        Assert.Equal(HttpStatusCode.TooManyRequests, await OpenForAsync(node, "198.51.100.2, 203.0.113.5"));
        // A second proxy of ours in the chain is passed over.
        Assert.Equal(HttpStatusCode.TooManyRequests, await OpenForAsync(node, "203.0.113.5, 127.0.0.9"));
    }

    [Fact]
    public async Task From_anybody_else_the_headers_are_ignored()
    {
        await using var node = new TestNode(null, [OneEach, .. Nobody]);
        Assert.Equal(HttpStatusCode.Created, await OpenForAsync(node, "203.0.113.5"));
        Assert.Equal(HttpStatusCode.TooManyRequests, await OpenForAsync(node, "203.0.113.6"));
        Assert.StartsWith(node.Address.ToString(), await AuthorityAsync(node), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Host_and_scheme_are_those_that_the_browser_used()
    {
        await using var node = new TestNode();
        Assert.Equal("https://help.bank.example/dev/issuer", await AuthorityAsync(node));

        // So a console behind the proxy is a page of this very host.
        var request = Forwarded(HttpMethod.Post, "/api/tickets", "203.0.113.5");
        var answer = await node.SendAsync(request, "https://help.bank.example", await node.SignInAsync("alex"));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    private static async Task<HttpStatusCode> OpenForAsync(TestNode node, string chain)
    {
        var request = Forwarded(HttpMethod.Post, "/api/customer/sessions", chain);
        request.Content = JsonContent.Create(new { tenant = "demo" });
        return (await node.SendAsync(request, TestNode.Portal)).StatusCode;
    }

    private static async Task<string?> AuthorityAsync(TestNode node)
    {
        var answer = await node.SendAsync(Forwarded(HttpMethod.Get, "/api/console/config", "203.0.113.5"));
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("authority").GetString();
    }

    private static HttpRequestMessage Forwarded(HttpMethod method, string path, string chain)
    {
        var request = new HttpRequestMessage(method, path);
        request.Headers.Add("X-Forwarded-For", chain);
        request.Headers.Add("X-Forwarded-Host", "help.bank.example");
        request.Headers.Add("X-Forwarded-Proto", "https");
        return request;
    }
}
