using System.Net;
using System.Net.Http.Headers;
using System.Net.WebSockets;
using CoBrowse.Protocol;
using CoBrowse.Server.Tests.Hosting;

namespace CoBrowse.Server.Tests.Network;

/// <summary>Who begins much and finishes nothing, or begins without end.</summary>
public sealed class FloodTests
{
    // Development trusts the machine itself; this takes it back, as outside Development.
    private static readonly (string, string)[] Nobody = [("Network:KnownProxies:0", "192.0.2.1"), ("Network:KnownProxies:1", "192.0.2.2")];

    [Fact]
    public async Task What_is_begun_and_never_finished_is_cut_off()
    {
        await using var node = new TestNode(
            null, ("Network:Limits:Headers", "00:00:01"), ("Network:Limits:BodyGrace", "00:00:01.5"), ("Network:Limits:HubHandshake", "00:00:01"),
            ("Network:Limits:Negotiated", "00:00:01"));
        await Task.WhenAll(
            AssertCutOffAsync(node, "GET /health/ready HTTP/1.1\r\nHost: localhost\r\nX-Slow: "),
            AssertCutOffAsync(node, $"GET {CustomerHubNames.Path} HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"),
            AssertCutOffAsync(
                node,
                $"POST /api/customer/sessions HTTP/1.1\r\nHost: localhost\r\nOrigin: {Node.Portal}\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{{"),
            AssertSilenceIsClosedAsync(node),
            AssertNegotiatedIsForgottenAsync(node));
    }

    [Fact]
    public async Task One_address_has_so_many_connections_and_keeps_nobody_else_out()
    {
        await using var node = new TestNode(null, [.. Nobody, ("Network:Limits:ConnectionsPerAddress", "3")]);
        var held = new List<RawConnection>();
        for (var i = 0; i < 3; i++)
            held.Add(await RawConnection.OpenAsync(node, "127.0.0.2"));
        for (var i = 0; i < 20; i++)
            Assert.Null(await RawConnection.AskAsync(node, "127.0.0.2"));
        Assert.Equal("200", await RawConnection.AskAsync(node, "127.0.0.3"));
        Assert.Equal("200", await held[0].AskAsync());
        held.ForEach(connection => connection.Dispose());
        // What was refused is not counted, and what ended no more.
        string? answer = null;
        for (var deadline = DateTime.UtcNow + HubLink.Patience; answer is null && DateTime.UtcNow < deadline;)
            answer = await RawConnection.AskAsync(node, "127.0.0.2");
        Assert.Equal("200", answer);
    }

    [Fact]
    public async Task A_known_proxy_has_as_many_connections_as_it_needs()
    {
        await using var node = new TestNode(null, ("Network:Limits:ConnectionsPerAddress", "3"));
        var held = new List<RawConnection>();
        for (var i = 0; i < 10; i++)
            held.Add(await RawConnection.OpenAsync(node));
        foreach (var connection in held)
            Assert.Equal("200", await connection.AskAsync());
        held.ForEach(connection => connection.Dispose());
    }

    [Fact]
    public async Task One_address_has_so_many_hub_connections_and_another_when_one_ends()
    {
        await using var node = new TestNode(null, ("Network:Limits:HubsPerAddress", "2"));
        await using var customer = await node.ConnectCustomerAsync((await node.OpenAsync()).Token);
        var agent = await node.ConnectAgentAsync("alex");
        Assert.True(await agent.CallAsync<long>(AgentHubNames.Ping) > 0);
        var token = await node.SignInAsync("sam");
        var refused = await Assert.ThrowsAsync<WebSocketException>(() => node.ConnectAgentWithAsync(token));
        Assert.Contains("429", refused.Message, StringComparison.Ordinal);

        await agent.DisposeAsync();
        HubLink? next = null;
        for (var deadline = DateTime.UtcNow + HubLink.Patience; next is null && DateTime.UtcNow < deadline;)
        {
            try
            {
                next = await node.ConnectAgentWithAsync(token);
            }
            catch (WebSocketException)
            {
                // The one before has not ended on the server yet.
            }
        }

        Assert.True(await next!.CallAsync<long>(AgentHubNames.Ping) > 0);
        await next.DisposeAsync();
    }

    [Fact]
    public async Task Negotiations_of_one_address_are_counted()
    {
        await using var node = new TestNode(null, ("Network:Limits:NegotiationsPerMinute", "3"));
        var ticket = await node.TicketAsync((await node.OpenAsync()).Token, Node.Portal);
        for (var i = 0; i < 3; i++)
            await HubLink.NegotiateAsync(node, CustomerHubNames.Path, ticket, Node.Portal);
        var refused = await Assert.ThrowsAsync<HttpRequestException>(() => HubLink.NegotiateAsync(node, CustomerHubNames.Path, ticket, Node.Portal));
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
    }

    [Fact]
    public async Task Tokens_beyond_the_limit_are_refused_before_they_are_looked_at()
    {
        await using var node = new TestNode(null, ("Tickets:PerMinute", "2"));
        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 3; i++)
            answers.Add((await node.PostAsync("/api/tickets", null, null, "forged")).StatusCode);
        Assert.Equal([HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized, HttpStatusCode.TooManyRequests], answers);
    }

    private static async Task AssertCutOffAsync(TestNode node, string beginning)
    {
        using var slow = await RawConnection.OpenAsync(node);
        await slow.SayAsync(beginning);
        Assert.StartsWith("HTTP/1.1 408", await slow.ReadToEndAsync(), StringComparison.Ordinal);
    }

    /// <summary>A WebSocket that never says which hub protocol it speaks.</summary>
    private static async Task AssertSilenceIsClosedAsync(TestNode node)
    {
        var ticket = await node.TicketAsync((await node.OpenAsync()).Token, Node.Portal);
        using var socket = new ClientWebSocket();
        socket.Options.SetRequestHeader("Origin", Node.Portal);
        await socket.ConnectAsync(new Uri($"ws://{node.Address.Authority}{CustomerHubNames.Path}?access_token={ticket}"), default);
        var last = await Record.ExceptionAsync(async () =>
        {
            while ((await socket.ReceiveAsync(new byte[256], default).WaitAsync(HubLink.Patience)).MessageType != WebSocketMessageType.Close)
            {
            }
        });
        Assert.True(last is null or WebSocketException, last?.ToString());
    }

    private static async Task AssertNegotiatedIsForgottenAsync(TestNode node)
    {
        var ticket = await node.TicketAsync((await node.OpenAsync()).Token, Node.Portal);
        var id = await HubLink.NegotiateAsync(node, CustomerHubNames.Path, ticket, Node.Portal);
        var deadline = DateTime.UtcNow + HubLink.Patience;
        HttpStatusCode answer;
        do
        {
            // Connecting would keep it; sending it nothing does not.
            var request = new HttpRequestMessage(HttpMethod.Post, $"{CustomerHubNames.Path}?id={id}") { Content = new ByteArrayContent([]) };
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", ticket);
            answer = (await node.SendAsync(request, Node.Portal)).StatusCode;
        }
        while (answer != HttpStatusCode.NotFound && DateTime.UtcNow < deadline);
        Assert.Equal(HttpStatusCode.NotFound, answer);
    }
}
