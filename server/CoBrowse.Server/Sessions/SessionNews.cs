using CoBrowse.Protocol;
using CoBrowse.Server.Colleagues;
using CoBrowse.Server.Hubs;
using CoBrowse.Sessions;
using Microsoft.AspNetCore.SignalR;

namespace CoBrowse.Server.Sessions;

/// <summary>
/// Tells the browsers what changed. Sends are started in order and not waited for: a slow browser must not hold up
/// the session of the others.
/// </summary>
internal sealed class SessionNews(
    IHubContext<CustomerHub, ICustomerClient> customers,
    IHubContext<AgentHub, IAgentClient> agents,
    AgentsOnline online,
    TimeProvider time,
    ILogger<SessionNews> logger)
{
    public void Tell(SessionChange change)
    {
        var (before, after) = (change.Before, change.After);
        // Under which policy an epoch is captured, what was tried in vain, and that something was written or proposed, is
        // for the audit alone.
        if (change.Events.All(happened => happened is SessionEvent.PolicyUsed or SessionEvent.AttemptRefused or SessionEvent.ChatSent
            or SessionEvent.ValueProposed or SessionEvent.ProposalAnswered or SessionEvent.ProposalTakenBack))
            return;
        foreach (var happened in change.Events)
            Tell(change, happened);
        // Actions change nothing that a view shows.
        if (change.Events.All(happened => happened is SessionEvent.ActionPassed or SessionEvent.ActionAnswered))
            return;

        if (after.CustomerConnection is { Value: var connection } && !change.Events.All(IsAmongAgents))
        {
            var customer = customers.Clients.Client(connection);
            customer.SessionChanged(after.ForCustomer()).Observe(logger);
            if (!SameWatchers(before, after))
                customer.WatchChanged(after.Watch()).Observe(logger);
        }

        var audience = after.Agents.SelectMany(agent => agent.Connections);
        if (after.HasEnded)
        {
            // Whoever lost the place in this very change still learns how it ended.
            audience = audience.Concat(change.Events.OfType<SessionEvent.AgentRemoved>().SelectMany(removed => removed.Agent.Connections));
        }

        foreach (var agent in audience.Distinct())
            agents.Clients.Client(agent.Value).SessionChanged(after.ForAgent(agent, time)).Observe(logger);
    }

    public void TellQueue(TenantId tenant, IReadOnlyList<Session> waiting)
    {
        if (waiting.All(session => session.Reserved is null))
        {
            agents.Clients.Group(AgentHub.QueueOf(tenant)).QueueChanged(waiting.ToQueue(null)).Observe(logger);
            return;
        }

        // Each agent is told which of them are theirs.
        foreach (var (connection, subject) in online.Of(tenant))
            agents.Clients.Client(connection).QueueChanged(waiting.ToQueue(subject)).Observe(logger);
    }

    private void Tell(SessionChange change, SessionEvent happened)
    {
        switch (happened)
        {
            case SessionEvent.CustomerArrived { Former: { } former }:
                customers.Clients.Client(former.Value).Superseded().Observe(logger);
                break;
            case SessionEvent.ConsentAsked asked when change.After.CustomerConnection is { Value: var customer }:
                // The tab that joins in this change gets the first question with the answer to its join.
                var arrived = change.Events.Any(other => other is SessionEvent.CustomerArrived);
                var current = change.After.Agents.Find(agent => agent.Id == asked.Agent.Id);
                if (current?.ToRequest(change.After, time) is { } request && !(arrived && current == FirstAsked(change.After)))
                    customers.Clients.Client(customer).ConsentRequested(request).Observe(logger);
                break;
            case SessionEvent.ConsentClosed closed:
                if (closed.Outcome != ConsentOutcome.Granted && change.After.CustomerConnection is { Value: var asking })
                    customers.Clients.Client(asking).ConsentClosed(closed.Request.ToString()).Observe(logger);
                foreach (var connection in closed.Agent.Connections)
                    agents.Clients.Client(connection.Value).ConsentDecided(closed.Outcome).Observe(logger);
                break;
            case SessionEvent.ControlAsked when change.After.CustomerConnection is { Value: var questioned }:
                if (change.After.ControlRequest(time) is { } question)
                    customers.Clients.Client(questioned).ConsentRequested(question).Observe(logger);
                break;
            case SessionEvent.ControlClosed closed:
                if (closed.Outcome != ConsentOutcome.Granted && change.After.CustomerConnection is { Value: var answering })
                    customers.Clients.Client(answering).ConsentClosed(closed.Request.ToString()).Observe(logger);
                foreach (var connection in closed.Agent.Connections)
                    agents.Clients.Client(connection.Value).ControlDecided(closed.Outcome).Observe(logger);
                break;
            case SessionEvent.ControlEnded ended:
                foreach (var connection in ended.Agent.Connections)
                    agents.Clients.Client(connection.Value).ControlEnded(ended.Reason).Observe(logger);
                break;
            case SessionEvent.ActionPassed action when change.After.CustomerConnection is { Value: var page }:
                customers.Clients.Client(page).Action(action.Agent.Id.ToString(), action.Number, action.Kind, action.Body).Observe(logger);
                break;
            case SessionEvent.ActionAnswered answered:
                foreach (var connection in answered.Agent.Connections)
                    agents.Clients.Client(connection.Value).Acted(answered.Action.Number, answered.Outcome).Observe(logger);
                break;
            case SessionEvent.AgentRemoved removed when PlaceLostBy(removed) is { } reason:
                foreach (var connection in removed.Agent.Connections)
                    agents.Clients.Client(connection.Value).Removed(reason).Observe(logger);
                break;
            case SessionEvent.InvitationClosed closed:
                var told = agents.Clients.Clients(closed.By.Connections.Select(connection => connection.Value));
                told.InvitationClosed(closed.Invitation.ToView(change.Before, time), closed.Outcome).Observe(logger);
                break;
        }
    }

    // What agents ask of each other is no news for the customer before somebody joins.
    private static bool IsAmongAgents(SessionEvent happened) =>
        happened is SessionEvent.Invited or SessionEvent.InvitationClosed or SessionEvent.HandoverTakenBack;

    private static PlaceLost? PlaceLostBy(SessionEvent.AgentRemoved removed) => removed.Cause switch
    {
        Removal.Withdrawn when removed.Agent.MayView => PlaceLost.Withdrawn,
        Removal.HandedOver => PlaceLost.HandedOver,
        Removal.TakenBack => PlaceLost.TakenBack,
        Removal.Unaccompanied => PlaceLost.Unaccompanied,
        _ => null,
    };

    public static Participant? FirstAsked(Session session) => session.Agents.Find(agent => agent.Consent is Consent.Asked);

    private static bool SameWatchers(Session before, Session after) =>
        before.Watchers.Select(agent => agent.Id).SequenceEqual(after.Watchers.Select(agent => agent.Id));
}
