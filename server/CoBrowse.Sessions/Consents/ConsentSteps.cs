using System.Diagnostics;
using CoBrowse.Protocol;

namespace CoBrowse.Sessions;

/// <summary>Asking the customer, and what follows when an agent's place is lost.</summary>
internal static class ConsentSteps
{
    /// <summary>Puts the question for every agent who was not asked for yet, if the customer is there to answer.</summary>
    public static SessionStep AskOpenPlaces(this Session session, TimeProvider time)
    {
        var step = SessionStep.From(session);
        if (session.Customer is not CustomerPresence.Present)
            return step;
        foreach (var place in session.Agents.Where(agent => agent.Consent is Consent.Unasked))
        {
            var request = ConsentRequestId.Create(time);
            var asked = place with { Consent = new Consent.Asked(request, time.GetUtcNow() + session.Rules.ConsentTimeout) };
            step = step.With(
                step.Session with
                {
                    Agents = step.Session.Agents.Replace(place, asked),
                    Lifecycle = step.Session.Lifecycle is Lifecycle.Claimed ? new Lifecycle.Consenting() : step.Session.Lifecycle,
                },
                new SessionEvent.ConsentAsked(asked, request));
        }

        return step;
    }

    /// <summary>Takes an agent's place and grants away, and decides how the session goes on.</summary>
    public static SessionStep Remove(this Session session, Participant place, Removal cause, TimeProvider time)
    {
        var step = session.EndControlOf(place, ControlEnd.Removed);
        // A question for control that ends has been counted.
        place = step.Session.Agents.Find(agent => agent.Id == place.Id) ?? place;
        step = step.With(
            step.Session with { Agents = step.Session.Agents.Remove(place) },
            new SessionEvent.AgentRemoved(place, cause));
        if (place.Consent is Consent.Asked asked)
            step = step.With(step.Session, new SessionEvent.ConsentClosed(place, asked.Request, OutcomeOf(cause)));

        var rest = step.Session;
        if (rest.Agents.Exists(agent => agent.MayView))
            return step;
        if (!rest.Agents.IsEmpty)
        {
            // Those who remain only ask: what ran has stopped until the customer says yes to one of them.
            Lifecycle lifecycle = rest.Agents.Exists(agent => agent.Consent is Consent.Asked)
                ? new Lifecycle.Consenting()
                : new Lifecycle.Claimed();
            return step.With(rest with { Lifecycle = lifecycle });
        }

        return cause switch
        {
            Removal.Left => step.With(
                rest with { Lifecycle = new Lifecycle.Waiting(time.GetUtcNow()) }, new SessionEvent.Queued()),
            Removal.Gone => step.Then(left => left.End(EndReason.AgentsGone, time)),
            Removal.Denied => step.Then(left => left.End(EndReason.ConsentDenied, time)),
            Removal.TimedOut => step.Then(left => left.End(EndReason.ConsentTimedOut, time)),
            Removal.Withdrawn => step.Then(left => left.End(EndReason.CustomerEnded, time)),
            _ => throw new UnreachableException(),
        };
    }

    private static ConsentOutcome OutcomeOf(Removal cause) => cause switch
    {
        Removal.Denied or Removal.Withdrawn => ConsentOutcome.Denied,
        Removal.TimedOut => ConsentOutcome.TimedOut,
        Removal.Left or Removal.Gone => ConsentOutcome.Withdrawn,
        _ => throw new UnreachableException(),
    };
}
