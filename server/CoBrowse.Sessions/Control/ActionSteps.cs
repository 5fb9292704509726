using CoBrowse.Protocol;

namespace CoBrowse.Sessions;

/// <summary>What an agent who controls the customer's page does there.</summary>
public static class ActionSteps
{
    /// <summary>Most actions on their way: a page that does not answer gets no more.</summary>
    public const int MostUnanswered = 32;

    /// <summary>Whether this agent may act now: holds control, in this document, of an active session, and does not yield.</summary>
    public static bool MayAct(this Session session, Participant agent) =>
        session.Lifecycle is Lifecycle.Active
        && session.Control is PageControl.Held { Yields: false } held
        && held.Agent == agent.Id
        && agent is { MayView: true, Present: true }
        && session.Customer is CustomerPresence.Present customer
        && customer.TabId == held.TabId;

    /// <summary>Lets one action pass. It is written down before it goes.</summary>
    public static SessionStep Act(this Session session, ConnectionId connection, int number, ActionKind kind, byte[] body)
    {
        if (session.HasEnded)
            return SessionStep.Refused(session, Refusal.WrongState);
        if (session.AgentOn(connection) is not { } agent)
            return SessionStep.Refused(session, Refusal.NotFound);
        if (body.Length > ProtocolLimits.ActionBytes)
            return SessionStep.Refused(session, Refusal.TooLarge);
        if (session.Control is not PageControl.Held held || held.Agent != agent.Id)
            return SessionStep.Refused(session, Refusal.NotAllowed);
        if (!session.MayAct(agent))
            return SessionStep.Refused(session, Refusal.WrongState);
        if (number <= held.Last || !Enum.IsDefined(kind))
            return SessionStep.Refused(session, Refusal.InvalidRequest);
        if (held.Unanswered.Count >= MostUnanswered)
            return SessionStep.Refused(session, Refusal.TooManyAttempts);
        return SessionStep.From(session).With(
            session with { Control = held with { Last = number, Unanswered = held.Unanswered.Add(new PassedAction(number, kind)) } },
            new SessionEvent.ActionPassed(agent, number, kind, body));
    }

    /// <summary>The customer's page says what became of an action.</summary>
    public static SessionStep Acted(this Session session, int number, ActionOutcome outcome)
    {
        if (session.HasEnded || session.Control is not PageControl.Held held || session.Agents.Find(agent => agent.Id == held.Agent) is not { } holder)
            return SessionStep.Refused(session, Refusal.WrongState);
        if (held.Unanswered.Find(passed => passed.Number == number) is not { Number: > 0 } action)
            return SessionStep.Refused(session, Refusal.NotFound);
        if (!Enum.IsDefined(outcome))
            return SessionStep.Refused(session, Refusal.InvalidRequest);
        return SessionStep.From(session).With(
            session with { Control = held with { Unanswered = held.Unanswered.Remove(action) } },
            new SessionEvent.ActionAnswered(holder, action, outcome));
    }
}
