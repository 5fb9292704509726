using CoBrowse.Protocol;

namespace CoBrowse.Sessions;

/// <summary>What a customer can do.</summary>
public static class CustomerSteps
{
    /// <summary>A tab takes the customer's place; open places of agents are now asked for.</summary>
    public static SessionStep CustomerJoins(
        this Session session, ConnectionId connection, string tabId, TimeProvider time, int policy = 0)
    {
        if (session.HasEnded)
            return SessionStep.Refused(session, Refusal.WrongState);
        var former = session.CustomerConnection;
        var step = SessionStep.From(session).With(
            session with { Customer = new CustomerPresence.Present(connection, tabId, policy), Place = PagePlace.Shared },
            new SessionEvent.CustomerArrived(former == connection ? null : former));
        if (session.Lifecycle is Lifecycle.Created)
        {
            step = step.With(
                step.Session with { Lifecycle = new Lifecycle.Waiting(time.GetUtcNow()) },
                new SessionEvent.Queued());
        }

        return step.Then(joined => joined.LeaveDocument(tabId)).Then(joined => joined.AskOpenPlaces(time));
    }

    /// <summary>The connection is lost. A connection that was superseded changes nothing.</summary>
    public static SessionStep CustomerDisconnects(this Session session, ConnectionId connection, TimeProvider time) =>
        session.HasEnded || session.CustomerConnection != connection
            ? SessionStep.From(session)
            : SessionStep.From(session).With(
                session with { Customer = new CustomerPresence.Absent(time.GetUtcNow()) },
                new SessionEvent.CustomerLeft());

    /// <summary>The customer answers an open question.</summary>
    public static SessionStep Answer(this Session session, ConsentRequestId request, bool granted, TimeProvider time)
    {
        if (session.HasEnded)
            return SessionStep.Refused(session, Refusal.WrongState);
        if (session.Control is PageControl.Asked control && control.Request == request)
            return session.AnswerControl(control, granted);
        var asked = session.Agents.Find(agent => agent.Consent is Consent.Asked open && open.Request == request);
        if (asked is null)
            return SessionStep.Refused(session, Refusal.NotFound);
        if (!granted)
            return session.Remove(asked, Removal.Denied, time);
        var agent = asked with { Consent = new Consent.Granted(request, time.GetUtcNow()) };
        return SessionStep.From(session).With(
            session with
            {
                Agents = session.Agents.Replace(asked, agent),
                Lifecycle = session.Lifecycle is Lifecycle.Paused ? session.Lifecycle : new Lifecycle.Active(),
            },
            new SessionEvent.ConsentClosed(agent, request, ConsentOutcome.Granted)).Then(granted => granted.CompleteHandover(time));
    }

    /// <summary>The customer's browser captures an epoch under a version of the masking policy.</summary>
    public static SessionStep UsesPolicy(this Session session, int version, string hash, uint epoch) =>
        session.Lifecycle is Lifecycle.Active or Lifecycle.Paused
            ? SessionStep.From(session).With(session, new SessionEvent.PolicyUsed(version, hash, epoch))
            : SessionStep.Refused(session, Refusal.WrongState);

    /// <summary>The customer's page says what page it is.</summary>
    public static SessionStep StandAt(this Session session, PagePlace place) => session switch
    {
        { HasEnded: true } => SessionStep.Refused(session, Refusal.WrongState),
        _ when session.Place == place => SessionStep.From(session),
        _ => SessionStep.From(session).With(session with { Place = place }, new SessionEvent.PlaceChanged(place)),
    };

    /// <summary>The tenant's backend vouches for who the customer is. Somebody else than before ends the session.</summary>
    public static SessionStep Identify(this Session session, VerifiedCustomer customer, TimeProvider time)
    {
        if (session.HasEnded)
            return SessionStep.Refused(session, Refusal.WrongState);
        if (session.Verified is null)
            return SessionStep.From(session).With(session with { Verified = customer }, new SessionEvent.Identified(customer));
        return session.Verified == customer ? SessionStep.From(session) : session.End(EndReason.IdentityChanged, time);
    }

    /// <summary>Holds frames back.</summary>
    public static SessionStep Pause(this Session session) => session.Lifecycle is Lifecycle.Active
        ? SessionStep.From(session).With(session with { Lifecycle = new Lifecycle.Paused() }, new SessionEvent.Paused())
        : SessionStep.Refused(session, Refusal.WrongState);

    /// <summary>Lets frames pass again.</summary>
    public static SessionStep Resume(this Session session) => session.Lifecycle is Lifecycle.Paused
        ? SessionStep.From(session).With(session with { Lifecycle = new Lifecycle.Active() }, new SessionEvent.Resumed())
        : SessionStep.Refused(session, Refusal.WrongState);

    /// <summary>Withdraws one agent's grants; the session ends with the last one.</summary>
    public static SessionStep Withdraw(this Session session, ParticipantId participant, TimeProvider time)
    {
        if (session.HasEnded)
            return SessionStep.Refused(session, Refusal.WrongState);
        var agent = session.Agents.Find(agent => agent.Id == participant);
        return agent is null
            ? SessionStep.Refused(session, Refusal.NotFound)
            : session.Remove(agent, Removal.Withdrawn, time);
    }
}
