using CoBrowse.Protocol;
using CoBrowse.Server.Tests.Hosting;

namespace CoBrowse.Server.Tests.Hubs;

public sealed class CodeForAgentsTests
{
    [Fact]
    public async Task An_agent_with_consent_sees_the_code_and_brings_in_a_colleague_who_does_not_see_it_yet()
    {
        await using var node = new TestNode();
        await using var session = await node.RunAsync();
        Assert.Null(session.Joined.Session!.Code);
        // Asked for anew, since the news of the consent was read already.
        var again = await session.Agent.CallAsync<AgentJoined>(AgentHubNames.Rejoin, session.Opened.SessionId);
        Assert.Equal(session.Opened.Code, again.Session!.Code);

        await using var colleague = await node.ConnectAgentAsync("sam");
        var joined = await colleague.CallAsync<AgentJoined>(AgentHubNames.JoinByCode, again.Session.Code);
        Assert.Equal((null, null), (joined.Refusal, joined.Session!.Code));
        await session.Agent.NextAsync<SessionView>(
            nameof(IAgentClient.SessionChanged), view => view.Participants.Count == 2 && view.Code == session.Opened.Code);

        await session.Customer.AnswerAsync(granted: true);
        await colleague.NextAsync<SessionView>(nameof(IAgentClient.SessionChanged), view => view.Code == session.Opened.Code);
    }

    [Fact]
    public async Task The_code_of_an_ended_session_is_shown_to_nobody()
    {
        await using var node = new TestNode();
        await using var session = await node.RunAsync();
        await session.Customer.CallAsync<Ack>(CustomerHubNames.End);
        var end = await session.Agent.NextAsync<SessionView>(nameof(IAgentClient.SessionChanged), view => view.State == SessionState.Ended);
        Assert.Null(end.Code);
    }
}
