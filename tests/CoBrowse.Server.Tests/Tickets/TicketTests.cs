using System.Net;
using System.Net.WebSockets;
using CoBrowse.Protocol;
using CoBrowse.Server.Tests.Hosting;

namespace CoBrowse.Server.Tests.Tickets;

public sealed class TicketTests
{
    [Fact]
    public async Task A_ticket_opens_one_connection_and_no_other()
    {
        await using var node = new TestNode();
        var ticket = await node.TicketAsync((await node.OpenAsync()).Token, TestNode.Portal);
        var (first, second) = (await NegotiateAsync(node, ticket), await NegotiateAsync(node, ticket));
        await using var link = await HubLink.ReuseAsync<ICustomerClient>(node, CustomerHubNames.Path, ticket, first, TestNode.Portal);
        Assert.Null((await link.JoinAsync()).Refusal);
        await Assert.ThrowsAsync<WebSocketException>(
            () => HubLink.ReuseAsync<ICustomerClient>(node, CustomerHubNames.Path, ticket, second, TestNode.Portal));
        var negotiation = await Assert.ThrowsAsync<HttpRequestException>(() => NegotiateAsync(node, ticket));
        Assert.Equal(HttpStatusCode.Unauthorized, negotiation.StatusCode);
    }

    [Fact]
    public async Task A_ticket_expires_after_a_minute()
    {
        await using var node = new TestNode();
        var ticket = await node.TicketAsync((await node.OpenAsync()).Token, TestNode.Portal);
        var id = await NegotiateAsync(node, ticket);
        node.Time.Advance(TimeSpan.FromSeconds(60));
        await Assert.ThrowsAsync<WebSocketException>(
            () => HubLink.ReuseAsync<ICustomerClient>(node, CustomerHubNames.Path, ticket, id, TestNode.Portal));
        var negotiation = await Assert.ThrowsAsync<HttpRequestException>(() => NegotiateAsync(node, ticket));
        Assert.Equal(HttpStatusCode.Unauthorized, negotiation.StatusCode);
    }

    [Theory]
    [InlineData("http://evil.example")]
    [InlineData("http://localhost:6000")]
    [InlineData("null")]
    [InlineData(null)]
    public async Task A_customers_hub_refuses_any_origin_but_the_sessions(string? origin)
    {
        await using var node = new TestNode();
        var ticket = await node.TicketAsync((await node.OpenAsync()).Token, TestNode.Portal);
        var negotiation = await Assert.ThrowsAsync<HttpRequestException>(
            () => HubLink.NegotiateAsync(node, CustomerHubNames.Path, ticket, origin));
        Assert.Equal(HttpStatusCode.Forbidden, negotiation.StatusCode);
        var id = await NegotiateAsync(node, ticket);
        await Assert.ThrowsAsync<WebSocketException>(
            () => HubLink.ReuseAsync<ICustomerClient>(node, CustomerHubNames.Path, ticket, id, origin));
    }

    [Fact]
    public async Task An_agents_hub_refuses_pages_of_other_origins()
    {
        await using var node = new TestNode();
        var token = await node.SignInAsync("alex");
        var ticket = await node.TicketAsync(token, null);
        var negotiation = await Assert.ThrowsAsync<HttpRequestException>(
            () => HubLink.NegotiateAsync(node, AgentHubNames.Path, ticket, TestNode.Portal));
        Assert.Equal(HttpStatusCode.Forbidden, negotiation.StatusCode);
        var sold = await node.PostAsync("/api/tickets", null, TestNode.Portal, token);
        Assert.Equal("OriginNotAllowed", await TestNode.ReasonAsync(sold));
        await using var link = await HubLink.ConnectAsync<IAgentClient>(
            node, AgentHubNames.Path, ticket, node.Address.GetLeftPart(UriPartial.Authority));
        Assert.True(await link.CallAsync<long>(AgentHubNames.Ping) > 0);
    }

    [Fact]
    public async Task A_ticket_is_good_for_its_own_hub_only_and_a_token_for_none()
    {
        await using var node = new TestNode();
        var opened = await node.OpenAsync();
        var customer = await node.TicketAsync(opened.Token, TestNode.Portal);
        var wrongHub = await Assert.ThrowsAsync<HttpRequestException>(
            () => HubLink.NegotiateAsync(node, AgentHubNames.Path, customer, TestNode.Portal));
        Assert.Equal(HttpStatusCode.Forbidden, wrongHub.StatusCode);
        var token = await Assert.ThrowsAsync<HttpRequestException>(() => NegotiateAsync(node, opened.Token));
        Assert.Equal(HttpStatusCode.Unauthorized, token.StatusCode);
        // Nor does a ticket open what takes a token.
        var sold = await node.PostAsync("/api/tickets", null, TestNode.Portal, customer);
        Assert.Equal(HttpStatusCode.Unauthorized, sold.StatusCode);
        Assert.Equal("NotAllowed", await TestNode.ReasonAsync(sold));
    }

    [Fact]
    public async Task No_ticket_and_no_token_stands_in_the_log()
    {
        await using var node = new TestNode(null, ("Logging:LogLevel:Default", "Information"), ("Logging:LogLevel:Microsoft.AspNetCore", "Information"));
        var opened = await node.OpenAsync();
        var ticket = await node.TicketAsync(opened.Token, TestNode.Portal);
        await using (var link = await HubLink.ConnectAsync<ICustomerClient>(node, CustomerHubNames.Path, ticket, TestNode.Portal))
            await link.JoinAsync();
        string[] lines;
        lock (node.Log)
            lines = [.. node.Log];
        Assert.NotEmpty(lines);
        Assert.DoesNotContain(lines, line => line.Contains(ticket, StringComparison.Ordinal) || line.Contains(opened.Token, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Not_even_the_finest_log_holds_a_code_that_was_typed_or_an_address_of_assets()
    {
        await using var node = new TestNode(null, ("Logging:LogLevel:Default", "Trace"), ("Logging:LogLevel:Microsoft.AspNetCore", "Trace"));
        await using var session = await node.RunAsync();
        await session.Agent.CallAsync<AgentJoined>(AgentHubNames.JoinByCode, session.Opened.Code);
        var address = session.Joined.Assets!.BaseUrl;
        await node.Http.GetAsync(address + new string('a', 64));
        string[] lines;
        lock (node.Log)
            lines = [.. node.Log];
        Assert.Contains(lines, line => line.StartsWith("Debug ", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, line => line.Contains(address, StringComparison.Ordinal));
        Assert.DoesNotContain(lines, line => line.Contains($" {session.Opened.Code} ", StringComparison.Ordinal));
    }

    private static Task<string> NegotiateAsync(TestNode node, string ticket) =>
        HubLink.NegotiateAsync(node, CustomerHubNames.Path, ticket, TestNode.Portal);
}
