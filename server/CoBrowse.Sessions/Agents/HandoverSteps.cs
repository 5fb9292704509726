namespace CoBrowse.Sessions;

/// <summary>
/// A handover that a colleague has accepted. Until the customer has said yes to the colleague, and the colleague is
/// there, whoever hands over stays with all that was granted; then leaves in the same step.
/// </summary>
internal static class HandoverSteps
{
    /// <summary>The agent will take over; at once, where the customer has said yes to them before.</summary>
    public static SessionStep Succeed(this Session session, string subject, Succession succession, TimeProvider time)
    {
        var place = session.AgentWith(subject)!;
        return (session with { Agents = session.Agents.Replace(place, place with { Succeeds = succession }) }).CompleteHandover(time);
    }

    /// <summary>Lets go whoever handed over, if all that it takes is there.</summary>
    public static SessionStep CompleteHandover(this Session session, TimeProvider time)
    {
        if (session.Agents.Find(agent => agent is { Succeeds: not null, MayView: true, Present: true }) is not { Succeeds.From: var predecessor } ready)
            return SessionStep.From(session);
        var to = ready with { Succeeds = null };
        // A handover goes with the place of whoever hands over, so the place is there.
        var from = session.Agents.Find(agent => agent.Id == predecessor)!;
        return SessionStep.From(session)
            .With(session with { Agents = session.Agents.Replace(ready, to) }, new SessionEvent.HandedOver(from, to))
            .Then(handed => handed.Remove(from, Removal.HandedOver, time));
    }

    /// <summary>It does not come about. Who came for it alone, and has no yes yet, goes.</summary>
    public static SessionStep TakeBack(this Session session, Participant by, Participant successor, TimeProvider time)
    {
        var stays = successor with { Succeeds = null };
        var step = SessionStep.From(session).With(
            session with { Agents = session.Agents.Replace(successor, stays) },
            new SessionEvent.HandoverTakenBack(by, stays, successor.Succeeds!.Invitation));
        return successor is { Succeeds.Entered: true, MayView: false }
            ? step.Then(current => current.Remove(stays, Removal.TakenBack, time))
            : step;
    }
}
