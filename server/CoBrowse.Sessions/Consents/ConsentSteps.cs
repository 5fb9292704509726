using System.Collections.Immutable;
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
        // What came before in the same step may have changed the place, or taken it.
        if (session.Agents.Find(agent => agent.Id == place.Id) is not { } present)
            return SessionStep.From(session);
        var step = SessionStep.From(session).Without(present, cause);
        // A supervisor watches agents, not customers.
        foreach (var supervisor in step.Session.HasHelp ? [] : step.Session.Agents.Where(agent => !agent.Helps).ToImmutableArray())
            step = step.Without(supervisor, Removal.Unaccompanied);

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
            Removal.Left or Removal.TakenBack => step.With(
                rest with { Lifecycle = new Lifecycle.Waiting(time.GetUtcNow()) }, new SessionEvent.Queued()),
            Removal.Gone => step.Then(left => left.End(EndReason.AgentsGone, time)),
            Removal.Denied => step.Then(left => left.End(EndReason.ConsentDenied, time)),
            Removal.TimedOut => step.Then(left => left.End(EndReason.ConsentTimedOut, time)),
            Removal.Withdrawn => step.Then(left => left.End(EndReason.CustomerEnded, time)),
            // Whoever took over is still there, and whoever is watched is not the last to be removed.
            Removal.HandedOver or Removal.Unaccompanied => throw new UnreachableException(),
            _ => throw new UnreachableException(),
        };
    }

    /// <summary>Takes one place, with what hangs on it: an open question, invitations, a handover.</summary>
    private static SessionStep Without(this SessionStep step, Participant place, Removal cause)
    {
        step = step
            .Then(session => session.EndControlOf(place, ControlEnd.Removed))
            .Then(session => session.CloseInvitations(open => open.From == place.Id, InvitationOutcome.TakenBack));
        // A question for control that ends has been counted.
        place = step.Session.Agents.Find(agent => agent.Id == place.Id)!;
        step = step.With(
            step.Session with
            {
                SupervisorsRefused = step.Session.SupervisorsRefused
                    + (!place.Helps && cause is Removal.Denied or Removal.TimedOut or Removal.Withdrawn ? 1 : 0),
                Agents = [.. step.Session.Agents
                    .Where(agent => agent.Id != place.Id)
                    .Select(agent => agent.Succeeds?.From == place.Id ? agent with { Succeeds = null } : agent)],
            },
            new SessionEvent.AgentRemoved(place, cause));
        return place.Consent is Consent.Asked asked
            ? step.With(step.Session, new SessionEvent.ConsentClosed(place, asked.Request, OutcomeOf(cause)))
            : step;
    }

    private static ConsentOutcome OutcomeOf(Removal cause) => cause switch
    {
        Removal.Denied or Removal.Withdrawn => ConsentOutcome.Denied,
        Removal.TimedOut => ConsentOutcome.TimedOut,
        Removal.Left or Removal.Gone or Removal.HandedOver or Removal.TakenBack or Removal.Unaccompanied => ConsentOutcome.Withdrawn,
        _ => throw new UnreachableException(),
    };
}
