using CoBrowse.Protocol;
using CoBrowse.Server.Tests.Hosting;
using CoBrowse.Sessions;
using CoBrowse.Storage.Sessions;
using CoBrowse.Tests;
using Microsoft.Extensions.DependencyInjection;

namespace CoBrowse.Server.Tests.Sessions;

public sealed class RestartTests
{
    [Fact]
    public async Task An_active_session_goes_on_after_a_restart_without_a_new_question()
    {
        using var folder = new TemporaryFolder("restart");
        var data = folder.Path;
        string sessionId, customerToken, agentToken, participant;
        await using (var first = new TestNode(data))
        {
            await using var session = await first.RunAsync();
            (sessionId, customerToken, participant) = (session.Opened.SessionId, session.Opened.Token, session.Joined.ParticipantId!);
            agentToken = await first.SignInAsync("alex");
        }

        await using (var second = new TestNode(data))
        {
            await using var customer = await second.ConnectCustomerAsync(customerToken);
            var back = await customer.JoinAsync();
            Assert.Equal((null, SessionState.Active, null), (back.Refusal, back.Session!.State, back.Consent));
            await using var agent = await second.ConnectAgentWithAsync(agentToken);
            var rejoined = await agent.CallAsync<AgentJoined>(AgentHubNames.Rejoin, sessionId);
            Assert.Equal((null, participant), (rejoined.Refusal, rejoined.ParticipantId));
            Assert.True((await customer.NextAsync<WatchView>(nameof(ICustomerClient.WatchChanged))).Watching);
            var frame = Frames.Keyframe(1, 1);
            await customer.SendAsync(CustomerHubNames.Frame, frame);
            Assert.Equal(frame, await agent.NextAsync<byte[]>("f"));
            await customer.CallAsync<Ack>(CustomerHubNames.End);

            Assert.True(SessionId.TryParse(sessionId, out var id));
            var audit = await second.Services.GetRequiredService<SessionStore>().ReadAuditAsync(id, CancellationToken.None);
            Assert.True(AuditChain.Holds(audit));
            Assert.Equal("ended", audit[^1].Kind);
        }

        await using (var third = new TestNode(data))
        {
            var answer = await third.PostAsync("/api/tickets", null, TestNode.Portal, customerToken);
            Assert.Equal("NotFound", await TestNode.ReasonAsync(answer));
        }
    }

    [Fact]
    public async Task A_waiting_customer_keeps_the_place_and_the_code()
    {
        using var folder = new TemporaryFolder("restart");
        var data = folder.Path;
        CoBrowse.Server.Sessions.OpenedSession opened;
        await using (var first = new TestNode(data))
        {
            opened = await first.OpenAsync();
            await using var customer = await first.ConnectCustomerAsync(opened.Token);
            await customer.JoinAsync();
        }

        await using (var second = new TestNode(data))
        {
            await using var agent = await second.ConnectAgentAsync("sam");
            Assert.Equal(opened.SessionId, Assert.Single(await agent.CallAsync<IReadOnlyList<QueueEntry>>(AgentHubNames.GetQueue)).SessionId);
            var joined = await agent.CallAsync<AgentJoined>(AgentHubNames.JoinByCode, opened.Code);
            Assert.Equal((null, SessionState.Claimed), (joined.Refusal, joined.Session!.State));
        }
    }
}
