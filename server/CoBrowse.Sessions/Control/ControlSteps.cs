using CoBrowse.Protocol;

namespace CoBrowse.Sessions;

/// <summary>Asking for control of the customer's page, granting it, and its end.</summary>
public static class ControlSteps
{
    /// <summary>An agent who may view asks the customer, who is there to answer.</summary>
    public static SessionStep AskControl(this Session session, ConnectionId connection, TimeProvider time)
    {
        if (session.HasEnded)
            return SessionStep.Refused(session, Refusal.WrongState);
        if (session.AgentOn(connection) is not { } agent)
            return SessionStep.Refused(session, Refusal.NotFound);
        if (!agent.MayView || agent.Agent.Role != ParticipantRole.Agent)
            return SessionStep.Refused(session, Refusal.NotAllowed);
        if (session.ControlledBy() is { } holder && holder != agent.Id)
            return SessionStep.Refused(session, Refusal.AlreadyClaimed);
        if (session.Control is not PageControl.Free || session.Lifecycle is not Lifecycle.Active || session.Customer is not CustomerPresence.Present { TabId: var document })
            return SessionStep.Refused(session, Refusal.WrongState);
        // Questions cover the page: who was told no may not go on asking.
        if (agent.ControlDenials >= session.Rules.ControlDenials)
            return SessionStep.Refused(session, Refusal.TooManyAttempts);
        var request = ConsentRequestId.Create(time);
        return SessionStep.From(session).With(
            session with { Control = new PageControl.Asked(agent.Id, document, request, time.GetUtcNow() + session.Rules.ConsentTimeout) },
            new SessionEvent.ControlAsked(agent, request));
    }

    /// <summary>The customer takes control back; viewing goes on.</summary>
    public static SessionStep RevokeControl(this Session session) =>
        session.HasEnded || session.Control is not PageControl.Held
            ? SessionStep.Refused(session, Refusal.WrongState)
            : session.EndControl(ControlEnd.Revoked);

    /// <summary>The agent gives control back, or the question up.</summary>
    public static SessionStep ReleaseControl(this Session session, ConnectionId connection)
    {
        if (session.HasEnded)
            return SessionStep.Refused(session, Refusal.WrongState);
        if (session.AgentOn(connection) is not { } agent)
            return SessionStep.Refused(session, Refusal.NotFound);
        return session.ControlledBy() == agent.Id
            ? session.EndControl(ControlEnd.Released)
            : SessionStep.Refused(session, Refusal.WrongState);
    }

    /// <summary>The customer's own hands are on the page, or are no longer.</summary>
    public static SessionStep YieldControl(this Session session, bool yields)
    {
        if (session.HasEnded || session.Control is not PageControl.Held held)
            return SessionStep.Refused(session, Refusal.WrongState);
        return held.Yields == yields || session.Agents.Find(agent => agent.Id == held.Agent) is not { } holder
            ? SessionStep.From(session)
            : SessionStep.From(session).With(
                session with { Control = held with { Yields = yields } },
                new SessionEvent.ControlYielded(holder, yields));
    }

    /// <summary>Who holds control, or asks for it.</summary>
    public static ParticipantId? ControlledBy(this Session session) => session.Control switch
    {
        PageControl.Held held => held.Agent,
        PageControl.Asked asked => asked.Agent,
        _ => null,
    };

    /// <summary>The customer answers the open question.</summary>
    internal static SessionStep AnswerControl(this Session session, PageControl.Asked asked, bool granted)
    {
        if (!granted)
            return session.CloseControl(asked, ConsentOutcome.Denied);
        if (session.Customer is not CustomerPresence.Present { TabId: var document } || document != asked.TabId || session.Agents.Find(agent => agent.Id == asked.Agent) is not { } holder)
            return SessionStep.Refused(session, Refusal.WrongState);
        return SessionStep.From(session).With(
            session with { Control = new PageControl.Held(asked.Agent, document) },
            new SessionEvent.ControlClosed(holder, asked.Request, ConsentOutcome.Granted));
    }

    /// <summary>Silence is a no.</summary>
    internal static SessionStep TimeOutControl(this Session session, DateTimeOffset now) =>
        session.Control is PageControl.Asked asked && asked.ExpiresAt <= now
            ? session.CloseControl(asked, ConsentOutcome.TimedOut)
            : SessionStep.From(session);

    /// <summary>Another document has the customer's place: what was granted in the former one ends with it.</summary>
    internal static SessionStep LeaveDocument(this Session session, string document) => session.Control switch
    {
        PageControl.Held held when held.TabId != document => session.EndControl(ControlEnd.NewPage),
        PageControl.Asked asked when asked.TabId != document => session.EndControl(ControlEnd.NewPage),
        _ => SessionStep.From(session),
    };

    /// <summary>Ends control of this agent, if they have it or ask for it.</summary>
    internal static SessionStep EndControlOf(this Session session, Participant agent, ControlEnd reason) =>
        session.ControlledBy() == agent.Id ? session.EndControl(reason) : SessionStep.From(session);

    /// <summary>Ends control, or the question for it.</summary>
    internal static SessionStep EndControl(this Session session, ControlEnd reason)
    {
        if (session.Control is PageControl.Asked asked)
            return session.CloseControl(asked, ConsentOutcome.Withdrawn);
        return session.Control is PageControl.Held held && session.Agents.Find(agent => agent.Id == held.Agent) is { } holder
            ? SessionStep.From(session).With(session with { Control = new PageControl.Free() }, new SessionEvent.ControlEnded(holder, reason))
            : SessionStep.From(session);
    }

    private static SessionStep CloseControl(this Session session, PageControl.Asked asked, ConsentOutcome outcome)
    {
        var free = session with { Control = new PageControl.Free() };
        if (session.Agents.Find(agent => agent.Id == asked.Agent) is not { } agent)
            return SessionStep.From(session).With(free);
        var denied = outcome is ConsentOutcome.Denied or ConsentOutcome.TimedOut
            ? agent with { ControlDenials = agent.ControlDenials + 1 }
            : agent;
        return SessionStep.From(session).With(
            free with { Agents = free.Agents.Replace(agent, denied) },
            new SessionEvent.ControlClosed(denied, asked.Request, outcome));
    }
}
