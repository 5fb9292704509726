using CoBrowse.Protocol;

namespace CoBrowse.Sessions;

/// <summary>What time does, and the end.</summary>
public static class TimeSteps
{
    /// <summary>Ends the session. Every place and grant is gone with it.</summary>
    public static SessionStep End(this Session session, EndReason reason, TimeProvider time)
    {
        if (session.HasEnded)
            return SessionStep.Refused(session, Refusal.WrongState);
        return session.EndControl(ControlEnd.SessionEnded)
            .Then(free => free.CloseInvitations(_ => true, InvitationOutcome.TakenBack))
            .Then(free => SessionStep.From(free).With(
                free with { Lifecycle = new Lifecycle.Ended(reason, time.GetUtcNow()) },
                new SessionEvent.Ended(reason)));
    }

    /// <summary>Everything that is due by now. Comes before every other step, so that no late answer counts.</summary>
    public static SessionStep PassTime(this Session session, TimeProvider time)
    {
        var step = SessionStep.From(session);
        if (session.HasEnded)
            return step;
        var now = time.GetUtcNow();
        if (session.ExpiresAt <= now)
            return session.End(EndReason.Expired, time);
        if (session.Customer is CustomerPresence.Absent absent && absent.Since + session.Grace() <= now)
            return session.End(EndReason.CustomerGone, time);
        step = step.Then(current => current.TimeOutControl(now));
        step = step.Then(current => current.CloseInvitations(open => open.ExpiresAt <= now, InvitationOutcome.Expired));
        foreach (var place in step.Session.Agents)
        {
            if (step.Session.HasEnded)
                break;
            // What is due may take others along, who are then not removed once more.
            if (place.Consent is Consent.Asked asked && asked.ExpiresAt <= now)
                step = step.Then(current => current.Remove(place, Removal.TimedOut, time));
            else if (!place.Present && place.AbsentSince + session.Rules.AgentGrace <= now)
                step = step.Then(current => current.Remove(place, Removal.Gone, time));
        }

        return step;
    }

    /// <summary>When <see cref="PassTime"/> next has something to do.</summary>
    public static DateTimeOffset NextDeadline(this Session session)
    {
        var next = session.ExpiresAt;
        if (session.Customer is CustomerPresence.Absent absent)
            next = Earlier(next, absent.Since + session.Grace());
        if (session.Control is PageControl.Asked control)
            next = Earlier(next, control.ExpiresAt);

        foreach (var invitation in session.Invitations)
            next = Earlier(next, invitation.ExpiresAt);
        foreach (var place in session.Agents)
        {
            if (place.Consent is Consent.Asked asked)
                next = Earlier(next, asked.ExpiresAt);
            if (!place.Present)
                next = Earlier(next, place.AbsentSince + session.Rules.AgentGrace);
        }

        return next;
    }

    /// <summary>Who has said that they leave for another page is given longer than who is lost.</summary>
    private static TimeSpan Grace(this Session session) =>
        session.Place is PagePlace.Elsewhere && session.Rules.CustomerElsewhere > session.Rules.CustomerGrace
            ? session.Rules.CustomerElsewhere
            : session.Rules.CustomerGrace;

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;
}
