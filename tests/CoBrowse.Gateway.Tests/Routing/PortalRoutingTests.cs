using System.Net;
using System.Net.WebSockets;
using System.Text;

namespace CoBrowse.Gateway.Tests.Routing;

public class PortalRoutingTests
{
    [Theory]
    [InlineData("{portal}/login?next=%2Fa%20b", "{gateway}/login?next=%2Fa%20b")]
    [InlineData("{portal}", "{gateway}/")]
    [InlineData("/relative", "/relative")]
    [InlineData("next.html", "next.html")]
    [InlineData("https://elsewhere.example/x", "https://elsewhere.example/x")]
    [InlineData("http://127.0.0.1:1/other-port", "http://127.0.0.1:1/other-port")]
    public async Task Redirects_StayAtTheGateway(string location, string expected)
    {
        string? own = null;
        await using var portal = await Portal.StartAsync(context =>
        {
            context.Response.StatusCode = 302;
            context.Response.Headers.Location = location.Replace("{portal}", own, StringComparison.Ordinal);
            context.Response.Headers["Refresh"] = $"0; url={context.Response.Headers.Location}";
            return Task.CompletedTask;
        });
        own = portal.PortalOrigin;

        var answer = await portal.Client.GetAsync("/");

        expected = expected.Replace("{gateway}", portal.GatewayOrigin, StringComparison.Ordinal);
        Assert.Equal(expected, answer.Headers.GetValues("Location").Single());
        Assert.Equal("0; url=" + expected, answer.Headers.GetValues("Refresh").Single());
    }

    [Fact]
    public async Task SchemeRelativeRedirect_StaysAtTheGateway()
    {
        string? own = null;
        await using var portal = await Portal.StartAsync(context =>
        {
            context.Response.Redirect(own!["http:".Length..] + "/a");
            return Task.CompletedTask;
        });
        own = portal.PortalOrigin;
        Assert.Equal(portal.GatewayOrigin + "/a", (await portal.Client.GetAsync("/")).Headers.Location!.OriginalString);
    }

    [Theory]
    [InlineData("sid=1; Domain=portal.example; Path=/app; HttpOnly", "sid=1; Path=/app; HttpOnly")]
    [InlineData("sid=1; Domain=.127.0.0.1; Path=/", "sid=1; Domain=.127.0.0.1; Path=/")]
    [InlineData("sid=1; Secure; SameSite=None; Partitioned; Max-Age=60", "sid=1; Max-Age=60")]
    [InlineData("sid=1; samesite=Lax; SECURE", "sid=1; samesite=Lax")]
    [InlineData("sid=a=b==; path=/", "sid=a=b==; path=/")]
    public async Task Cookies_StickAtTheGateway(string cookie, string expected)
    {
        await using var portal = await Portal.StartAsync(context =>
        {
            context.Response.Headers.SetCookie = new([cookie, "second=2"]);
            return Task.CompletedTask;
        });
        Assert.Equal([expected, "second=2"], (await portal.Client.GetAsync("/")).Headers.GetValues("Set-Cookie"));
    }

    [Fact]
    public async Task Portal_SeesItsOwnNameAndLearnsTheBrowsers()
    {
        var seen = new Dictionary<string, string>();
        await using var portal = await Portal.StartAsync(context => Remember(context, seen));
        using var request = new HttpRequestMessage(HttpMethod.Post, "/pay?to=a%2Fb");
        request.Headers.Add("Origin", portal.GatewayOrigin);
        request.Headers.Add("Referer", portal.GatewayOrigin + "/form?x=1");
        request.Headers.Add("Cookie", "sid=1");

        await portal.Client.SendAsync(request);

        var own = portal.PortalOrigin["http://".Length..];
        Assert.Equal(own, seen["Host"]);
        Assert.Equal(portal.PortalOrigin, seen["Origin"]);
        Assert.Equal(portal.PortalOrigin + "/form?x=1", seen["Referer"]);
        Assert.Equal("sid=1", seen["Cookie"]);
        Assert.Equal(portal.GatewayOrigin["http://".Length..], seen["X-Forwarded-Host"]);
        Assert.Equal("http", seen["X-Forwarded-Proto"]);
        Assert.Equal("127.0.0.1", seen["X-Forwarded-For"]);
        Assert.Equal("/pay?to=a%2Fb", seen["target"]);
    }

    [Fact]
    public async Task ForeignOrigin_StaysRecognisable()
    {
        var seen = new Dictionary<string, string>();
        await using var portal = await Portal.StartAsync(context => Remember(context, seen));
        using var request = new HttpRequestMessage(HttpMethod.Post, "/pay");
        request.Headers.Add("Origin", "https://evil.example");
        await portal.Client.SendAsync(request);
        Assert.Equal("https://evil.example", seen["Origin"]);
    }

    [Fact]
    public async Task PreserveHost_SendsTheBrowsersNames()
    {
        var seen = new Dictionary<string, string>();
        await using var portal = await Portal.StartAsync(context => Remember(context, seen), settings: ("PreserveHost", "true"));
        using var request = new HttpRequestMessage(HttpMethod.Post, "/pay");
        request.Headers.Add("Origin", portal.GatewayOrigin);
        await portal.Client.SendAsync(request);
        Assert.Equal(portal.GatewayOrigin["http://".Length..], seen["Host"]);
        Assert.Equal(portal.GatewayOrigin, seen["Origin"]);
    }

    [Fact]
    public async Task Upload_PassesByteForByte()
    {
        var body = new byte[40_000_000];
        new Random(1).NextBytes(body);
        byte[]? received = null;
        await using var portal = await Portal.StartAsync(async context =>
        {
            context.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpMaxRequestBodySizeFeature>()!.MaxRequestBodySize = null;
            using var copy = new MemoryStream();
            await context.Request.Body.CopyToAsync(copy);
            received = copy.ToArray();
        });

        var answer = await portal.Client.PutAsync("/file", new ByteArrayContent(body));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.True(body.AsSpan().SequenceEqual(received));
    }

    [Fact]
    public async Task WebSocketsOfThePortal_Pass()
    {
        await using var portal = await Portal.StartAsync(async context =>
        {
            using var socket = await context.WebSockets.AcceptWebSocketAsync("chat");
            var buffer = new byte[100];
            while (await socket.ReceiveAsync(buffer, default) is { MessageType: not WebSocketMessageType.Close } message)
                await socket.SendAsync(buffer.AsMemory(0, message.Count), message.MessageType, message.EndOfMessage, default);
            await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, "bye", default);
        });
        using var client = new ClientWebSocket();
        client.Options.AddSubProtocol("chat");
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));

        await client.ConnectAsync(new Uri("ws" + portal.GatewayOrigin["http".Length..] + "/socket"), patience.Token);
        await client.SendAsync(Encoding.UTF8.GetBytes("hello"), WebSocketMessageType.Text, true, patience.Token);
        var buffer = new byte[100];
        var echo = await client.ReceiveAsync(buffer, patience.Token);

        Assert.Equal("chat", client.SubProtocol);
        Assert.Equal("hello", Encoding.UTF8.GetString(buffer, 0, echo.Count));
        await client.CloseAsync(WebSocketCloseStatus.NormalClosure, null, patience.Token);
        Assert.Equal("bye", client.CloseStatusDescription);
    }

    [Fact]
    public async Task PortalThatIsDown_IsSaidInWords()
    {
        await using var portal = await Portal.StartAsync(_ => Task.CompletedTask, settings: ("Portal", "http://127.0.0.1:1"));
        var answer = await portal.Client.GetAsync("/");
        Assert.Equal(HttpStatusCode.BadGateway, answer.StatusCode);
        Assert.Contains("portal behind this gateway does not answer", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static Task Remember(HttpContext context, Dictionary<string, string> seen)
    {
        foreach (var (name, value) in context.Request.Headers)
            seen[name] = value.ToString();
        seen["target"] = context.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpRequestFeature>()!.RawTarget;
        return Task.CompletedTask;
    }
}
