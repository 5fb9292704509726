using CoBrowse.Protocol;
using CoBrowse.Server.Tenants;
using CoBrowse.Server.Tests.Hosting;
using CoBrowse.Sessions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CoBrowse.Server.Tests.Identity;

public sealed class ConnectionLifetimeTests
{
    [Fact]
    public async Task A_connection_is_closed_when_the_token_behind_its_ticket_expires()
    {
        // The connection goes by the real clock; the session, whose clock stands still, goes on.
        await using var node = new TestNode(null, ("Sessions:Lifetime", "00:00:04"));
        var opened = await node.OpenAsync();
        await using var customer = await node.ConnectCustomerAsync(opened.Token);
        await customer.Closed.WaitAsync(HubLink.Patience);
        Assert.True(node.Services.GetRequiredService<SessionDirectory>().Find(SessionOf(opened.SessionId)) is { Current.HasEnded: false });
    }

    [Fact]
    public async Task An_agent_who_is_disabled_loses_a_live_connection_within_a_minute()
    {
        await using var node = new TestNode();
        await using var session = await node.RunAsync();
        await using var colleague = await node.ConnectAgentAsync("sam");
        Disable(node, "alex");
        node.Time.Advance(TimeSpan.FromSeconds(59));
        await session.Agent.Closed.WaitAsync(HubLink.Patience);
        Assert.False((await session.Customer.NextAsync<WatchView>(nameof(ICustomerClient.WatchChanged))).Watching);
        Assert.True(await colleague.CallAsync<long>(AgentHubNames.Ping) > 0);
    }

    [Fact]
    public async Task An_agent_who_is_disabled_is_put_out_at_the_next_call()
    {
        await using var node = new TestNode();
        await using var agent = await node.ConnectAgentAsync("alex");
        Assert.True(await agent.CallAsync<long>(AgentHubNames.Ping) > 0);
        Disable(node, "alex");
        await Assert.ThrowsAnyAsync<Exception>(() => agent.CallAsync<long>(AgentHubNames.Ping).WaitAsync(HubLink.Patience));
        await agent.Closed.WaitAsync(HubLink.Patience);
    }

    private static void Disable(TestNode node, string subject)
    {
        var configuration = (IConfigurationRoot)node.Services.GetRequiredService<IConfiguration>();
        configuration["Tenants:demo:DisabledAgents:0"] = subject;
        configuration.Reload();
        Assert.True(node.Services.GetRequiredService<TenantRegistry>().IsDisabled(new TenantId("demo"), subject));
    }

    private static SessionId SessionOf(string text) => SessionId.TryParse(text, out var id) ? id : throw new FormatException(text);
}
