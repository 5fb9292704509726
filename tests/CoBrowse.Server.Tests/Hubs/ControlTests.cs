using CoBrowse.Protocol;
using CoBrowse.Server.Tenants;
using CoBrowse.Server.Tests.Hosting;
using CoBrowse.Sessions;
using CoBrowse.Storage.Sessions;
using Microsoft.Extensions.DependencyInjection;

namespace CoBrowse.Server.Tests.Hubs;

/// <summary>An agent who acts on the customer's page, as the customer let them.</summary>
public sealed class ControlTests
{
    private static readonly byte[] Body = [7, 8, 9];

    [Fact]
    public async Task An_action_passes_with_a_grant_and_its_outcome_comes_back_and_the_audit_holds_both_without_content()
    {
        await using var node = new TestNode();
        await using var session = await node.RunAsync();
        var (customer, agent) = (session.Customer, session.Agent);
        Assert.Equal(Refusal.NotAllowed, await ActAsync(agent, 1));
        Assert.Null((await agent.CallAsync<Ack>(AgentHubNames.AskControl)).Refusal);
        var request = await customer.NextAsync<ConsentRequest>(nameof(ICustomerClient.ConsentRequested));
        Assert.Equal([GrantKind.Control], request.Grants);
        Assert.Equal("Alex Morgan", request.AgentName);
        Assert.Null((await customer.CallAsync<Ack>(CustomerHubNames.AnswerConsent, new ConsentAnswer(request.RequestId, true))).Refusal);
        Assert.Equal(ConsentOutcome.Granted, await agent.NextAsync<ConsentOutcome>(nameof(IAgentClient.ControlDecided)));
        await customer.NextAsync<SessionView>(nameof(ICustomerClient.SessionChanged), view => view.Participants.Any(agent => agent.Control == ControlState.Held));

        Assert.Null(await ActAsync(agent, 1));
        Assert.Equal([session.Joined.ParticipantId, 1, ActionKind.Click, Body], await customer.NextAllAsync(nameof(ICustomerClient.Action)));
        Assert.Null((await customer.CallAsync<Ack>(CustomerHubNames.Acted, 1, ActionOutcome.Covered)).Refusal);
        Assert.Equal([1, ActionOutcome.Covered], await agent.NextAllAsync(nameof(IAgentClient.Acted)));

        Assert.Null((await customer.CallAsync<Ack>(CustomerHubNames.YieldControl, true)).Refusal);
        await agent.NextAsync<SessionView>(nameof(IAgentClient.SessionChanged), view => view.Participants.Any(agent => agent.Control == ControlState.Yielded));
        Assert.Equal(Refusal.WrongState, await ActAsync(agent, 2));
        Assert.Null((await customer.CallAsync<Ack>(CustomerHubNames.RevokeControl)).Refusal);
        Assert.Equal(ControlEnd.Revoked, await agent.NextAsync<ControlEnd>(nameof(IAgentClient.ControlEnded)));
        Assert.Equal(Refusal.NotAllowed, await ActAsync(agent, 3));
        Assert.False(customer.Has(nameof(ICustomerClient.Action)));

        Assert.True(SessionId.TryParse(session.Opened.SessionId, out var id));
        var audit = await node.Services.GetRequiredService<SessionStore>().OpenAuditAsync(id, default);
        Assert.True(AuditChain.Holds(await node.Services.GetRequiredService<SessionStore>().ReadAuditAsync(id, default)));
        Assert.Equal(
            ["refused Act NotAllowed", "control-asked", "control-Granted", "action 1 Click", "action-answered 1 Click Covered", "refused Act WrongState", "control-ended Revoked", "refused Act NotAllowed"],
            audit.Where(entry => entry.Kind is "refused" or "action" or "action-answered" || entry.Kind.StartsWith("control", StringComparison.Ordinal))
                .Select(entry => entry.Kind is "control-asked" or "control-Granted" ? entry.Kind : $"{entry.Kind} {entry.Detail}"));
    }

    [Fact]
    public async Task The_customer_returns_to_an_open_question_and_another_page_closes_it()
    {
        await using var node = new TestNode();
        await using var session = await node.RunAsync();
        Assert.Null((await session.Agent.CallAsync<Ack>(AgentHubNames.AskControl)).Refusal);
        await using var again = await node.ConnectCustomerAsync(session.Opened.Token);
        Assert.Equal([GrantKind.Control], (await again.JoinAsync()).Consent?.Grants);
        await using var elsewhere = await node.ConnectCustomerAsync(session.Opened.Token);
        Assert.Null((await elsewhere.JoinAsync("another-page")).Consent);
        Assert.Equal(ConsentOutcome.Withdrawn, await session.Agent.NextAsync<ConsentOutcome>(nameof(IAgentClient.ControlDecided)));
    }

    [Fact]
    public async Task What_the_tenant_blocks_goes_to_the_page_with_its_join()
    {
        await using var node = new TestNode(null, ("Tenants:demo:Guidance:Blocked:0", "#pay"), ("Tenants:demo:Guidance:AllowSubmit", "true"));
        var opened = await node.OpenAsync();
        await using var customer = await node.ConnectCustomerAsync(opened.Token);
        var rules = (await customer.JoinAsync()).Control!;
        Assert.Equal(["#pay"], rules.Blocked);
        Assert.True(rules.AllowSubmit);
        Assert.NotEmpty(rules.Origins);
        Assert.Equal(
            ["Blocked:1 must be a"], new GuidanceOptions { Blocked = ["#pay", " "] }.Mistakes().Select(mistake => mistake[..19]));
    }

    private static async Task<Refusal?> ActAsync(HubLink agent, int number) =>
        (await agent.CallAsync<Ack>(AgentHubNames.Act, number, ActionKind.Click, Body)).Refusal;
}
