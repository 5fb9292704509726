using CoBrowse.Protocol;
using CoBrowse.Server.Tests.Hosting;

namespace CoBrowse.Server.Tests.Sessions;

public sealed class CrashTests
{
    [Fact]
    public async Task After_kill_9_customer_and_agent_go_on_and_nothing_is_asked_again()
    {
        await using var node = await BuiltNode.StartAsync();
        await using var session = await node.RunAsync();
        var agentToken = await node.SignInAsync("alex");
        var before = Frames.Keyframe(1, 1);
        await session.Customer.SendAsync(CustomerHubNames.Frame, before);
        Assert.Equal(before, await session.Agent.NextAsync<byte[]>("f"));

        await node.KillAndStartAgainAsync();
        await Task.WhenAll(session.Customer.Closed, session.Agent.Closed).WaitAsync(HubLink.Patience);

        // Both still hold what they held: the customer's token, the agent's token.
        await using var customer = await node.ConnectCustomerAsync(session.Opened.Token);
        var back = await customer.JoinAsync();
        Assert.Equal((null, SessionState.Active, null), (back.Refusal, back.Session!.State, back.Consent));
        Assert.Equal(session.Opened.Code, back.Session.Code);
        await using var agent = await node.ConnectAgentWithAsync(agentToken);
        var rejoined = await agent.CallAsync<AgentJoined>(AgentHubNames.Rejoin, session.Opened.SessionId);
        Assert.Equal(
            (null, SessionState.Active, session.Joined.ParticipantId, null),
            (rejoined.Refusal, rejoined.Session!.State, rejoined.ParticipantId, rejoined.ConsentExpiresIn));

        Assert.True((await customer.NextAsync<WatchView>(nameof(ICustomerClient.WatchChanged))).Watching);
        var after = Frames.Keyframe(2, 2);
        await customer.SendAsync(CustomerHubNames.Frame, after);
        Assert.Equal(after, await agent.NextAsync<byte[]>("f"));
        // The frame followed everything that the node had to say, and no question was among it.
        Assert.Null((await customer.CallAsync<Ack>(CustomerHubNames.Pause)).Refusal);
        Assert.False(customer.Has(nameof(ICustomerClient.ConsentRequested)));
    }
}
