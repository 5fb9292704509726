using CoBrowse.Protocol;
using CoBrowse.Server.Tests.Hosting;

namespace CoBrowse.Server.Tests.Identity;

public sealed class TenantTests
{
    private static readonly (string, string)[] TwoTenants =
    [
        ("Tenants:other:Origins:0", "http://localhost:*"),
        ("Tenants:other:Issuer:Authority", "https://login.other.example"),
        ("Tenants:other:Issuer:Audience", "cobrowse"),
        ("Tenants:other:Issuer:ClientId", "console"),
    ];

    [Fact]
    public async Task An_agent_cannot_find_another_tenants_sessions()
    {
        await using var node = new TestNode(null, TwoTenants);
        var opened = await node.OpenAsync("other");
        await using var customer = await node.ConnectCustomerAsync(opened.Token);
        await customer.JoinAsync();
        await using var agent = await node.ConnectAgentAsync("kim");
        Assert.Empty(await agent.CallAsync<IReadOnlyList<QueueEntry>>(AgentHubNames.GetQueue));
        Assert.Equal(Refusal.NotFound, (await agent.CallAsync<AgentJoined>(AgentHubNames.Claim, opened.SessionId)).Refusal);
        Assert.Equal(Refusal.NotFound, (await agent.CallAsync<AgentJoined>(AgentHubNames.Rejoin, opened.SessionId)).Refusal);
        Assert.Equal(Refusal.WrongCode, (await agent.CallAsync<AgentJoined>(AgentHubNames.JoinByCode, opened.Code)).Refusal);
    }

    [Theory]
    [InlineData("nobody", TestNode.Portal, "TenantUnknown")]
    [InlineData("demo", "https://evil.example", "OriginNotAllowed")]
    [InlineData("demo", "http://localhost.evil.example:5999", "OriginNotAllowed")]
    [InlineData("demo", "http://localhost:5999#portal", "OriginNotAllowed")]
    [InlineData("demo", "http://localhost:5999/..", "OriginNotAllowed")]
    [InlineData("demo", null, "OriginNotAllowed")]
    public async Task A_session_opens_for_a_known_tenant_at_its_own_origins_only(string tenant, string? origin, string reason)
    {
        await using var node = new TestNode();
        var answer = await node.PostAsync("/api/customer/sessions", new { tenant }, origin);
        Assert.Equal(reason, await TestNode.ReasonAsync(answer));
    }

    [Fact]
    public async Task A_disabled_agent_gets_no_ticket_and_is_put_out()
    {
        await using var node = new TestNode(null, ("Tenants:demo:DisabledAgents:0", "sam"));
        var answer = await node.PostAsync("/api/tickets", null, null, await node.SignInAsync("sam"));
        Assert.Equal("NotAllowed", await TestNode.ReasonAsync(answer));
    }

    [Fact]
    public async Task A_request_that_is_far_too_long_is_refused_before_it_is_read()
    {
        await using var node = new TestNode();
        var opening = await node.PostAsync("/api/customer/sessions", new { tenant = new string('x', 10_000) }, TestNode.Portal);
        Assert.Equal("TooLarge", await TestNode.ReasonAsync(opening));
        var opened = await node.OpenAsync();
        var hashes = Enumerable.Repeat(new string('a', 64), 2000);
        var asking = await node.PostAsync("/api/assets/missing?visibility=session", new { hashes }, TestNode.Portal, opened.Token);
        Assert.Equal("TooLarge", await TestNode.ReasonAsync(asking));
    }

    [Fact]
    public void Tenants_of_one_issuer_must_be_told_apart()
    {
        var failure = Assert.ThrowsAny<Exception>(() => new TestNode(
            null, [.. TwoTenants, ("Tenants:third:Origins:0", "http://localhost:*"), ("Tenants:third:Issuer:Authority", "https://login.other.example/"),
                ("Tenants:third:Issuer:Audience", "cobrowse"), ("Tenants:third:Issuer:ClientId", "console"), ("Tenants:third:Issuer:TenantClaim", "org")]));
        Assert.Contains("Tenants:other:Issuer:TenantClaim", failure.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Tenants:third:Issuer:TenantClaim", failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Too_many_sessions_from_one_address_are_refused()
    {
        await using var node = new TestNode(null, ("Sessions:OpenedPerMinute", "2"));
        await node.OpenAsync();
        await node.OpenAsync();
        var answer = await node.PostAsync("/api/customer/sessions", new { tenant = "demo" }, TestNode.Portal);
        Assert.Equal("TooManyAttempts", await TestNode.ReasonAsync(answer));
    }
}
