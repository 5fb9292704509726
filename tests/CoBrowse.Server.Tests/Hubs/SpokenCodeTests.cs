using CoBrowse.Protocol;
using CoBrowse.Server.Tests.Hosting;

namespace CoBrowse.Server.Tests.Hubs;

/// <summary>What guessing codes comes to.</summary>
public sealed class SpokenCodeTests
{
    [Fact]
    public async Task Colleagues_at_the_same_address_are_not_locked_out_by_one_who_guesses()
    {
        await using var node = new TestNode();
        var opened = await node.OpenAsync();
        await using var guesser = await node.ConnectAgentAsync("alex");
        var wrong = opened.Code == "000000" ? "000001" : "000000";
        var last = new AgentJoined(null, null, null, null, null, []);
        for (var attempt = 0; attempt < 20 && last.Refusal != Refusal.TooManyAttempts; attempt++)
            last = await guesser.CallAsync<AgentJoined>(AgentHubNames.JoinByCode, wrong);
        Assert.Equal(Refusal.TooManyAttempts, last.Refusal);
        await using var colleague = await node.ConnectAgentAsync("sam");
        Assert.Null((await colleague.CallAsync<AgentJoined>(AgentHubNames.JoinByCode, opened.Code)).Refusal);
    }

    [Fact]
    public async Task An_agent_who_guesses_from_several_connections_is_one_agent()
    {
        await using var node = new TestNode();
        var opened = await node.OpenAsync();
        var wrong = opened.Code == "000000" ? "000001" : "000000";
        for (var attempt = 0; attempt < 10; attempt++)
        {
            await using var guesser = await node.ConnectAgentAsync("alex");
            Assert.Equal(Refusal.WrongCode, (await guesser.CallAsync<AgentJoined>(AgentHubNames.JoinByCode, wrong)).Refusal);
        }

        await using var again = await node.ConnectAgentAsync("alex");
        Assert.Equal(Refusal.TooManyAttempts, (await again.CallAsync<AgentJoined>(AgentHubNames.JoinByCode, opened.Code)).Refusal);
    }

    [Fact]
    public async Task Wrong_codes_are_counted_and_then_even_the_right_one_is_refused()
    {
        await using var node = new TestNode();
        var opened = await node.OpenAsync();
        await using var agent = await node.ConnectAgentAsync("alex");
        var wrong = opened.Code == "000000" ? "000001" : "000000";
        for (var attempt = 0; attempt < 10; attempt++)
            Assert.Equal(Refusal.WrongCode, (await agent.CallAsync<AgentJoined>(AgentHubNames.JoinByCode, wrong)).Refusal);
        Assert.Equal(Refusal.TooManyAttempts, (await agent.CallAsync<AgentJoined>(AgentHubNames.JoinByCode, opened.Code)).Refusal);
        node.Time.Advance(TimeSpan.FromMinutes(10));
        var next = await node.OpenAsync();
        Assert.Null((await agent.CallAsync<AgentJoined>(AgentHubNames.JoinByCode, next.Code)).Refusal);
    }
}
