using CoBrowse.Protocol;
using CoBrowse.Server.Colleagues;
using CoBrowse.Server.Tests.Hosting;

namespace CoBrowse.Server.Tests.Colleagues;

public sealed class PresenceTests
{
    private static async Task<AgentStatus> StatusAsync(HubLink asks, string name) =>
        (await asks.CallAsync<ColleagueList>(AgentHubNames.GetColleagues, name)).Colleagues.Single().Status;

    private static async Task<HubLink> ConnectAsync(TestNode node, string agent)
    {
        var link = await node.ConnectAgentAsync(agent);
        // Answered once the node knows who is there.
        await link.CallAsync<long>(AgentHubNames.Ping);
        return link;
    }

    [Fact]
    public async Task Several_consoles_are_one_agent_who_is_away_when_nobody_is_at_any()
    {
        await using var node = new TestNode();
        await using var kim = await ConnectAsync(node, "kim");
        await using var one = await ConnectAsync(node, "sam");
        await using var other = await ConnectAsync(node, "sam");
        await one.CallAsync<Ack>(AgentHubNames.SetIdle, true);
        Assert.Equal(AgentStatus.Available, await StatusAsync(kim, "Sam"));
        await other.CallAsync<Ack>(AgentHubNames.SetIdle, true);
        Assert.Equal(AgentStatus.Away, await StatusAsync(kim, "Sam"));
        await one.CallAsync<Ack>(AgentHubNames.SetIdle, false);
        Assert.Equal(AgentStatus.Available, await StatusAsync(kim, "Sam"));
        await one.CallAsync<Ack>(AgentHubNames.ChooseStatus, AgentStatus.Away);
        await other.NextAsync<DeskView>(nameof(IAgentClient.DeskChanged), desk => desk.Self.Status == AgentStatus.Away);
        Assert.Equal(Refusal.InvalidRequest, (await one.CallAsync<Ack>(AgentHubNames.ChooseStatus, AgentStatus.Busy)).Refusal);
    }

    [Fact]
    public async Task Who_sits_in_a_session_is_busy_and_finds_it_from_another_console()
    {
        await using var node = new TestNode();
        await using var running = await node.RunAsync();
        await using var kim = await ConnectAsync(node, "kim");
        Assert.Equal(AgentStatus.Busy, await StatusAsync(kim, "Alex"));
        await running.Agent.CallAsync<Ack>(AgentHubNames.ChooseStatus, AgentStatus.Away);
        Assert.Equal(AgentStatus.Busy, await StatusAsync(kim, "Alex"));
        await using var elsewhere = await ConnectAsync(node, "alex");
        var own = (await elsewhere.CallAsync<DeskView>(AgentHubNames.GetDesk)).Sessions.Single();
        Assert.Equal((running.Opened.SessionId, true), (own.SessionId, own.Open));
        await running.Agent.CallAsync<Ack>(AgentHubNames.Leave);
        await elsewhere.NextAsync<DeskView>(nameof(IAgentClient.DeskChanged), desk => desk.Sessions.Count == 0 && desk.Self.Status == AgentStatus.Away);
    }

    [Fact]
    public async Task Colleagues_are_told_together_and_not_of_each_change()
    {
        await using var node = new TestNode();
        await using var kim = await ConnectAsync(node, "kim");
        node.Time.Advance(ColleagueNews.Pause);
        await kim.NextAsync<ColleagueList>(nameof(IAgentClient.ColleaguesChanged));
        await using var sam = await ConnectAsync(node, "sam");
        for (var turn = 0; turn < 10; turn++)
            await sam.CallAsync<Ack>(AgentHubNames.ChooseStatus, turn % 2 == 0 ? AgentStatus.Away : AgentStatus.Available);
        await kim.CallAsync<long>(AgentHubNames.Ping);
        Assert.False(kim.Has(nameof(IAgentClient.ColleaguesChanged)));
        node.Time.Advance(ColleagueNews.Pause);
        var told = await kim.NextAsync<ColleagueList>(nameof(IAgentClient.ColleaguesChanged));
        Assert.Equal([("Kim Sander", AgentStatus.Available), ("Sam Rivera", AgentStatus.Available)], told.Colleagues.Select(each => (each.Name, each.Status)));
        await kim.CallAsync<long>(AgentHubNames.Ping);
        Assert.False(kim.Has(nameof(IAgentClient.ColleaguesChanged)));
    }

    [Fact]
    public async Task A_console_that_is_opened_again_finds_the_chosen_status_and_who_stays_away_is_forgotten()
    {
        await using var node = new TestNode();
        await using var kim = await ConnectAsync(node, "kim");
        await using (var sam = await ConnectAsync(node, "sam"))
            await sam.CallAsync<Ack>(AgentHubNames.ChooseStatus, AgentStatus.Away);
        await using (var again = await ConnectAsync(node, "sam"))
            Assert.Equal(AgentStatus.Away, (await again.CallAsync<DeskView>(AgentHubNames.GetDesk)).Self.Status);
        node.Time.Advance(CoBrowse.Sessions.Roster.Remembered);
        await using var alex = await ConnectAsync(node, "alex");
        Assert.DoesNotContain((await alex.CallAsync<ColleagueList>(AgentHubNames.GetColleagues, default(string))).Colleagues, each => each.Name == "Sam Rivera");
    }
}
