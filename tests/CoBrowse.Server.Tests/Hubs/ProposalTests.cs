using CoBrowse.Protocol;
using CoBrowse.Server.Tests.Hosting;
using CoBrowse.Sessions;
using CoBrowse.Storage.Sessions;
using Microsoft.Extensions.DependencyInjection;

namespace CoBrowse.Server.Tests.Hubs;

/// <summary>Values that agents propose for customers' fields.</summary>
public sealed class ProposalTests
{
    [Fact]
    public async Task A_value_reaches_the_customer_and_their_answer_the_agent_and_the_audit_knows_the_kind_alone()
    {
        await using var node = new TestNode();
        await using var session = await node.RunAsync();
        var me = session.Joined.ParticipantId!;
        Assert.Null((await session.Agent.CallAsync<Ack>(AgentHubNames.Propose, Value("p1"))).Refusal);
        Assert.Equal([me, Value("p1")], await session.Customer.NextAllAsync("Proposed"));
        Assert.Equal(Refusal.InvalidRequest, (await AnswerAsync(session.Customer, me, "p1", ProposalOutcome.Accepted, ProposalReason.Typed)).Refusal);
        Assert.Null((await AnswerAsync(session.Customer, me, "p1", ProposalOutcome.Accepted)).Refusal);
        Assert.Equal(["p1", ProposalOutcome.Accepted, null], await session.Agent.NextAllAsync("ProposalClosed"));
        Assert.Equal(Refusal.NotFound, (await AnswerAsync(session.Customer, me, "p1", ProposalOutcome.Accepted)).Refusal);

        Assert.Null((await session.Agent.CallAsync<Ack>(AgentHubNames.Propose, Value("p2") with { Kind = FieldKind.Date })).Refusal);
        Assert.Null((await AnswerAsync(session.Customer, me, "p2", ProposalOutcome.NotPossible, ProposalReason.Typed)).Refusal);
        Assert.Null((await session.Agent.CallAsync<Ack>(AgentHubNames.Propose, Value("p3"))).Refusal);
        Assert.Null((await session.Agent.CallAsync<Ack>(AgentHubNames.TakeBack, "p3")).Refusal);
        Assert.Equal([me, "p3"], await session.Customer.NextAllAsync("ProposalTakenBack"));

        var audit = await node.Services.GetRequiredService<SessionStore>()
            .OpenAuditAsync(SessionId.TryParse(session.Opened.SessionId, out var id) ? id : default, default);
        Assert.Equal(
            ["value-proposed Text", "proposal-Accepted Text", "value-proposed Date", "proposal-NotPossible Date Typed", "value-proposed Text", "proposal-taken-back Text"],
            audit.Where(entry => entry.Kind.Contains("propos", StringComparison.Ordinal)).Select(entry => $"{entry.Kind} {entry.Detail}"));
        Assert.DoesNotContain(node.Log, line => line.Contains("zqk", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_can_no_longer_be_answered_is_closed_on_both_sides()
    {
        await using var node = new TestNode();
        await using var session = await node.RunAsync();
        await session.Agent.CallAsync<Ack>(AgentHubNames.Propose, Value("p1"));
        await session.Customer.CallAsync<Ack>(CustomerHubNames.Pause);
        Assert.Equal(["p1", ProposalOutcome.NotPossible, ProposalReason.Left], await session.Agent.NextAllAsync("ProposalClosed"));
        Assert.Equal(Refusal.WrongState, (await session.Agent.CallAsync<Ack>(AgentHubNames.Propose, Value("p2"))).Refusal);
        await session.Customer.CallAsync<Ack>(CustomerHubNames.Resume);
        Assert.Null((await session.Agent.CallAsync<Ack>(AgentHubNames.Propose, Value("p3"))).Refusal);

        await using var page = await node.ConnectCustomerAsync(session.Opened.Token);
        await page.JoinAsync("tab-2");
        Assert.Equal(["p3", ProposalOutcome.NotPossible, ProposalReason.Left], await session.Agent.NextAllAsync("ProposalClosed"));
        Assert.Null((await session.Agent.CallAsync<Ack>(AgentHubNames.Propose, Value("p4"))).Refusal);
        await page.NextAllAsync("Proposed");
        session.Agent.Cut();
        Assert.Equal([session.Joined.ParticipantId, "p4"], await page.NextAllAsync("ProposalTakenBack"));
    }

    [Fact]
    public async Task Strangers_nonsense_and_too_much_are_refused()
    {
        await using var node = new TestNode();
        await using var session = await node.RunAsync();
        await using var colleague = await node.ConnectAgentAsync("sam");
        await colleague.CallAsync<AgentJoined>(AgentHubNames.JoinByCode, session.Opened.Code);
        Assert.Equal(Refusal.NotAllowed, (await colleague.CallAsync<Ack>(AgentHubNames.Propose, Value("p1"))).Refusal);
        Assert.Equal(Refusal.InvalidRequest, (await AnswerAsync(session.Customer, "nobody", "p1", ProposalOutcome.Accepted)).Refusal);
        foreach (var wrong in new[] { Value(""), Value("p") with { Node = 0 }, Value("p") with { Epoch = -1 }, Value("p") with { Value = "a\0b" }, Value("p") with { Value = "DE\u202e00" } })
            Assert.Equal(Refusal.InvalidRequest, (await session.Agent.CallAsync<Ack>(AgentHubNames.Propose, wrong)).Refusal);
        var large = Value("p") with { Value = new string('x', ProtocolLimits.ProposalLength + 1) };
        Assert.Equal(Refusal.TooLarge, (await session.Agent.CallAsync<Ack>(AgentHubNames.Propose, large)).Refusal);
        for (var at = 0; at < ProtocolLimits.OpenProposals; at++)
            Assert.Null((await session.Agent.CallAsync<Ack>(AgentHubNames.Propose, Value($"p{at}"))).Refusal);
        Assert.Equal(Refusal.TooManyAttempts, (await session.Agent.CallAsync<Ack>(AgentHubNames.Propose, Value("one more"))).Refusal);
        Assert.Equal(ProtocolLimits.OpenProposals, await CountAsync(session.Customer, "Proposed"));
    }

    private static async Task<int> CountAsync(HubLink link, string method)
    {
        await link.CallAsync<long>(CustomerHubNames.Ping);
        return link.Count(method);
    }

    private static Proposal Value(string id) => new(id, 7, 12, FieldKind.Text, "zqkvaluevjwx");

    private static Task<Ack> AnswerAsync(HubLink link, string participant, string id, ProposalOutcome outcome, ProposalReason? reason = null) =>
        link.CallAsync<Ack>(CustomerHubNames.AnswerProposal, participant, id, outcome, reason);
}
