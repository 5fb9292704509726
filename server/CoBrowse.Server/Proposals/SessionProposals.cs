using System.Collections.Concurrent;
using CoBrowse.Protocol;
using CoBrowse.Server.Hubs;
using CoBrowse.Server.Sessions;
using CoBrowse.Sessions;
using Microsoft.AspNetCore.SignalR;

namespace CoBrowse.Server.Proposals;

/// <summary>
/// The values that are open with customers: which agent waits for an answer, and for what kind of field. A value itself
/// only passes through. What can no longer be answered, since the page is gone or no longer shared, is closed here.
/// </summary>
internal sealed class SessionProposals(
    IHubContext<CustomerHub, ICustomerClient> customers, IHubContext<AgentHub, IAgentClient> agents, ILogger<SessionProposals> logger)
{
    private readonly ConcurrentDictionary<SessionId, ConcurrentDictionary<(ParticipantId Agent, string Id), FieldKind>> sessions = new();

    public async Task<Refusal?> ProposeAsync(LiveSession live, ConnectionId connection, Proposal proposal)
    {
        if (ProposalSteps.MistakeIn(proposal) is { } mistake)
            return mistake;
        var (refusal, _) = await live.ApplyAsync(
            session =>
            {
                if (session.ProposalBy(connection) is { } reason)
                    return SessionStep.Refused(session, reason);
                var agent = session.AgentOn(connection)!;
                var open = sessions.GetOrAdd(session.Id, _ => new());
                if (open.Count >= ProtocolLimits.OpenProposals)
                    return SessionStep.Refused(session, Refusal.TooManyAttempts);
                return open.TryAdd((agent.Id, proposal.Id), proposal.Kind)
                    ? SessionStep.From(session) with { Events = [new SessionEvent.ValueProposed(agent, proposal.Kind)] }
                    : SessionStep.Refused(session, Refusal.InvalidRequest);
            },
            CancellationToken.None);
        if (refusal is not null)
            return refusal;
        // The session may have moved on since it was written: then nothing is open any more, and nobody is asked.
        var current = live.Current;
        if (current.AgentOn(connection) is not { } from || !IsOpen(current.Id, (from.Id, proposal.Id)) || current.CustomerConnection is not { Value: var customer })
            return Refusal.WrongState;
        customers.Clients.Client(customer).Proposed(from.Id.ToString(), proposal).Observe(logger);
        return null;
    }

    public async Task<Refusal?> TakeBackAsync(LiveSession live, ConnectionId connection, string id)
    {
        if (live.Current.AgentOn(connection) is not { } agent || Close(live.Current.Id, (agent.Id, id)) is not { } kind)
            return Refusal.NotFound;
        var (refusal, session) = await live.ApplyAsync(
            current => SessionStep.From(current) with { Events = [new SessionEvent.ProposalTakenBack(agent, kind)] }, CancellationToken.None);
        if (session.CustomerConnection is { Value: var customer })
            customers.Clients.Client(customer).ProposalTakenBack(agent.Id.ToString(), id).Observe(logger);
        return refusal;
    }

    public async Task<Refusal?> AnswerAsync(
        LiveSession live, ConnectionId connection, string participantId, string id, ProposalOutcome outcome, ProposalReason? reason)
    {
        if (!ParticipantId.TryParse(participantId, out var participant) || (outcome == ProposalOutcome.NotPossible) != reason.HasValue)
            return Refusal.InvalidRequest;
        var current = live.Current;
        if (!current.HasEnded && current.CustomerConnection != connection)
            return Refusal.Superseded;
        if (current.Agents.Find(each => each.Id == participant) is not { } agent || Close(current.Id, (participant, id)) is not { } kind)
            return Refusal.NotFound;
        var (refusal, after) = await live.ApplyAsync(
            session => SessionStep.From(session) with { Events = [new SessionEvent.ProposalAnswered(agent, kind, outcome, reason)] }, CancellationToken.None);
        Tell(after, participant, id, outcome, reason);
        return refusal;
    }

    /// <summary>Closes what this change leaves without anybody to answer, or to hear the answer.</summary>
    public void Changed(SessionChange change)
    {
        var after = change.After;
        if (!sessions.TryGetValue(after.Id, out var open))
            return;
        var left = after.Lifecycle is not Lifecycle.Active || after.CustomerConnection is null || after.CustomerConnection != change.Before.CustomerConnection;
        foreach (var (agent, id) in open.Keys)
        {
            var waits = after.Watchers.Any(each => each.Id == agent);
            if ((!left && waits) || !open.TryRemove((agent, id), out _))
                continue;
            if (left)
                Tell(after, agent, id, ProposalOutcome.NotPossible, ProposalReason.Left);
            else if (after.CustomerConnection is { Value: var customer })
                customers.Clients.Client(customer).ProposalTakenBack(agent.ToString(), id).Observe(logger);
        }

        if (after.HasEnded)
            sessions.TryRemove(after.Id, out _);
    }

    private bool IsOpen(SessionId session, (ParticipantId, string) proposal) =>
        sessions.TryGetValue(session, out var open) && open.ContainsKey(proposal);

    private FieldKind? Close(SessionId session, (ParticipantId, string) proposal) =>
        sessions.TryGetValue(session, out var open) && open.TryRemove(proposal, out var kind) ? kind : null;

    private void Tell(Session session, ParticipantId agent, string id, ProposalOutcome outcome, ProposalReason? reason)
    {
        foreach (var connection in session.Agents.Find(each => each.Id == agent)?.Connections ?? [])
            agents.Clients.Client(connection.Value).ProposalClosed(id, outcome, reason).Observe(logger);
    }
}
