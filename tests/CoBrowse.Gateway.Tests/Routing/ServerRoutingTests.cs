using System.Net;
using System.Net.WebSockets;
using System.Text;

namespace CoBrowse.Gateway.Tests.Routing;

public class ServerRoutingTests
{
    [Theory]
    [InlineData("/_cobrowse/snippet/cobrowse.js", "server /snippet/cobrowse.js")]
    [InlineData("/_cobrowse/hubs/customer/negotiate?negotiateVersion=1", "server /hubs/customer/negotiate?negotiateVersion=1")]
    [InlineData("/_cobrowse/api/customer/sessions", "server /api/customer/sessions")]
    [InlineData("/_cobrowse/api/tickets", "server /api/tickets")]
    [InlineData("/_cobrowse/api/assets/missing?visibility=public", "server /api/assets/missing?visibility=public")]
    [InlineData("/api/customer/sessions", "portal /api/customer/sessions")]
    [InlineData("/snippet/cobrowse.js", "portal /snippet/cobrowse.js")]
    [InlineData("/hubs/customer", "portal /hubs/customer")]
    [InlineData("/_cobrowse-not", "portal /_cobrowse-not")]
    [InlineData("/", "portal /")]
    public async Task Paths_ReachTheirOwner(string path, string expected)
    {
        await using var portal = await Start();
        Assert.Equal(expected, await portal.Client.GetStringAsync(path));
    }

    [Theory]
    [InlineData("/_cobrowse/console/")]
    [InlineData("/_cobrowse/hubs/agent/negotiate")]
    [InlineData("/_cobrowse/api/console/config")]
    [InlineData("/_cobrowse/dev/issuer")]
    [InlineData("/_cobrowse/")]
    [InlineData("/_cobrowse/snippet/%2e%2e/console")]
    public async Task AgentsSideOfTheServer_IsNotReachableOnThePortalsOrigin(string path)
    {
        await using var portal = await Start();
        Assert.Equal(HttpStatusCode.NotFound, (await portal.Client.GetAsync(path)).StatusCode);
    }

    [Fact]
    public async Task PortalsCookiesCredentialsAndAddresses_DoNotReachTheServer()
    {
        IHeaderDictionary? seen = null;
        await using var portal = await Portal.StartAsync(_ => Task.CompletedTask, context =>
        {
            seen = new HeaderDictionary(context.Request.Headers.ToDictionary());
            context.Response.Headers.SetCookie = "tracker=1";
            return Task.CompletedTask;
        });
        using var request = new HttpRequestMessage(HttpMethod.Get, "/_cobrowse/hubs/customer?id=1");
        request.Headers.Add("Cookie", "bank-session=secret");
        request.Headers.Add("Referer", portal.GatewayOrigin + "/account?number=secret");
        request.Headers.TryAddWithoutValidation("Authorization", "Basic c2VjcmV0");
        request.Headers.Add("Sec-Fetch-Site", "same-origin");

        var answer = await portal.Client.SendAsync(request);

        Assert.NotNull(seen);
        Assert.Empty(seen.Cookie.ToString());
        Assert.Empty(seen.Referer.ToString());
        Assert.Empty(seen.Authorization.ToString());
        Assert.Equal(portal.GatewayOrigin, seen.Origin);
        Assert.Equal("127.0.0.1", seen["X-Forwarded-For"]);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task BearerTokenAndOrigin_ReachTheServerAsTheyAre()
    {
        IHeaderDictionary? seen = null;
        await using var portal = await Portal.StartAsync(_ => Task.CompletedTask, context =>
        {
            seen = new HeaderDictionary(context.Request.Headers.ToDictionary());
            return Task.CompletedTask;
        });
        using var request = new HttpRequestMessage(HttpMethod.Post, "/_cobrowse/api/tickets");
        request.Headers.Authorization = new("Bearer", "token");
        request.Headers.Add("Origin", "https://evil.example");
        request.Headers.Add("Sec-Fetch-Site", "cross-site");

        await portal.Client.SendAsync(request);

        Assert.NotNull(seen);
        Assert.Equal("Bearer token", seen.Authorization);
        Assert.Equal("https://evil.example", seen.Origin);
    }

    [Fact]
    public async Task HtmlOfTheServer_GetsNoSnippet()
    {
        const string Page = "<!doctype html><head></head>";
        await using var portal = await Portal.StartAsync(_ => Task.CompletedTask, async context =>
        {
            context.Response.ContentType = "text/html";
            await context.Response.WriteAsync(Page);
        });
        Assert.Equal(Page, await portal.Client.GetStringAsync("/_cobrowse/snippet/x.html"));
    }

    [Fact]
    public async Task HubsWebSocket_ReachesTheServerWithItsQuery()
    {
        await using var portal = await Portal.StartAsync(_ => Task.CompletedTask, async context =>
        {
            using var socket = await context.WebSockets.AcceptWebSocketAsync();
            await socket.SendAsync(Encoding.UTF8.GetBytes(context.Request.Path + context.Request.QueryString), WebSocketMessageType.Binary, true, default);
            await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, default);
        });
        using var client = new ClientWebSocket();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        await client.ConnectAsync(new Uri("ws" + portal.GatewayOrigin["http".Length..] + "/_cobrowse/hubs/customer?id=7&access_token=t"), patience.Token);
        var buffer = new byte[200];
        var message = await client.ReceiveAsync(buffer, patience.Token);
        Assert.Equal("/hubs/customer?id=7&access_token=t", Encoding.UTF8.GetString(buffer, 0, message.Count));
    }

    [Fact]
    public async Task ServerThatIsDown_IsSaidInWordsAndThePortalGoesOn()
    {
        await using var portal = await Portal.StartAsync(context => context.Response.WriteAsync("portal"), settings: ("Server", "http://127.0.0.1:1"));
        var answer = await portal.Client.GetAsync("/_cobrowse/snippet/cobrowse.js");
        Assert.Equal(HttpStatusCode.BadGateway, answer.StatusCode);
        Assert.Contains("CoBrowse server behind this gateway", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("portal", await portal.Client.GetStringAsync("/"));
    }

    private static Task<Portal> Start() => Portal.StartAsync(
        context => context.Response.WriteAsync($"portal {context.Request.Path}{context.Request.QueryString}"),
        context => context.Response.WriteAsync($"server {context.Request.Path}{context.Request.QueryString}"));
}
