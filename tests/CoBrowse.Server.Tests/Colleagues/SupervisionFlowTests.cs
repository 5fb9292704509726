using CoBrowse.Protocol;
using CoBrowse.Server.Colleagues;
using CoBrowse.Server.Tests.Hosting;

namespace CoBrowse.Server.Tests.Colleagues;

public sealed class SupervisionFlowTests
{
    [Fact]
    public async Task A_supervisor_sees_only_after_the_customers_yes_and_guides_nobody()
    {
        await using var node = new TestNode();
        await using var running = await node.RunAsync();
        await using var kim = await node.ConnectAgentAsync("kim");
        var helped = (await kim.CallAsync<IReadOnlyList<HelpedSession>>(AgentHubNames.GetHelpedSessions)).Single();
        Assert.Equal(("mortgage", "Alex Morgan"), (helped.Topic, helped.Agents.Single()));
        Assert.Null((await kim.CallAsync<AgentJoined>(AgentHubNames.Watch, helped.SessionId)).Refusal);
        await running.Customer.SendAsync(CustomerHubNames.Frame, Frames.Keyframe(7, 1));
        await running.Agent.NextAsync<byte[]>("f");
        Assert.False(kim.Has("f"));
        var question = await running.Customer.NextAsync<ConsentRequest>(nameof(ICustomerClient.ConsentRequested));
        Assert.Equal(("Kim Sander", null, false), (question.AgentName, question.HandedOverBy, question.WithSupervisors));
        await running.Customer.CallAsync<Ack>(CustomerHubNames.AnswerConsent, new ConsentAnswer(question.RequestId, true));
        await kim.NextAsync<byte[]>("f");

        await kim.SendAsync(AgentHubNames.Guide, new byte[] { 1 });
        Assert.Equal(Refusal.NotAllowed, (await kim.CallAsync<Ack>(AgentHubNames.Annotate, new byte[] { 10 }, null)).Refusal);
        Assert.Equal(Refusal.NotAllowed, (await kim.CallAsync<Ack>(AgentHubNames.EndSession)).Refusal);
        await running.Customer.CallAsync<long>(CustomerHubNames.Ping);
        Assert.False(running.Customer.Has(nameof(ICustomerClient.Guidance)));
        var view = await running.Customer.NextAsync<SessionView>(nameof(ICustomerClient.SessionChanged), view => view.Participants.Count(each => each.Watching) == 2);
        Assert.Equal((ParticipantRole.Supervisor, 1), (view.Participants[1].Role, view.Participants[1].Hue));

        await running.Agent.CallAsync<Ack>(AgentHubNames.Leave);
        Assert.Equal(PlaceLost.Unaccompanied, await kim.NextAsync<PlaceLost>(nameof(IAgentClient.Removed)));
    }

    [Fact]
    public async Task Where_the_tenant_tells_the_question_names_supervisors_and_the_customer_sees_who_watches()
    {
        await using var node = new TestNode(null, ("Tenants:demo:Supervision", "Tell"));
        var opened = await node.OpenAsync();
        await using var customer = await node.ConnectCustomerAsync(opened.Token);
        await customer.JoinAsync();
        await using var alex = await node.ConnectAgentAsync("alex");
        await alex.CallAsync<AgentJoined>(AgentHubNames.Claim, opened.SessionId);
        var question = await customer.NextAsync<ConsentRequest>(nameof(ICustomerClient.ConsentRequested));
        Assert.True(question.WithSupervisors);
        await using var kim = await node.ConnectAgentAsync("kim");
        Assert.Equal(Refusal.WrongState, (await kim.CallAsync<AgentJoined>(AgentHubNames.Watch, opened.SessionId)).Refusal);
        await customer.CallAsync<Ack>(CustomerHubNames.AnswerConsent, new ConsentAnswer(question.RequestId, true));
        node.Time.Advance(ColleagueNews.Pause);
        await kim.NextAsync<IReadOnlyList<HelpedSession>>(nameof(IAgentClient.HelpedSessionsChanged), list => list.Count == 1);
        Assert.Null((await kim.CallAsync<AgentJoined>(AgentHubNames.Watch, opened.SessionId)).Refusal);
        await customer.NextAsync<WatchView>(nameof(ICustomerClient.WatchChanged), watch => watch.Watchers.Any(each => each is { Name: "Kim Sander", Role: ParticipantRole.Supervisor }));
        await customer.CallAsync<long>(CustomerHubNames.Ping);
        Assert.False(customer.Has(nameof(ICustomerClient.ConsentRequested)));
    }

    [Fact]
    public async Task A_supervisor_who_claims_helps_as_any_agent()
    {
        await using var node = new TestNode();
        var opened = await node.OpenAsync();
        await using var customer = await node.ConnectCustomerAsync(opened.Token);
        await customer.JoinAsync();
        await using var kim = await node.ConnectAgentAsync("kim");
        await kim.CallAsync<AgentJoined>(AgentHubNames.Claim, opened.SessionId);
        await customer.AnswerAsync(granted: true);
        await kim.NextAsync<SessionView>(nameof(IAgentClient.SessionChanged), view => view is { State: SessionState.Active, Participants: [{ Role: ParticipantRole.Agent }] });
        await kim.SendAsync(AgentHubNames.Guide, new byte[] { 1 });
        await customer.NextBodyAsync(nameof(ICustomerClient.Guidance));
    }
}
