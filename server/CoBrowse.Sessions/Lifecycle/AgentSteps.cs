using System.Diagnostics;
using CoBrowse.Protocol;

namespace CoBrowse.Sessions;

/// <summary>What an agent can do.</summary>
public static class AgentSteps
{
    /// <summary>Takes a session from the queue and has the customer asked.</summary>
    public static SessionStep Claim(this Session session, AgentIdentity agent, ConnectionId connection, TimeProvider time) =>
        session.Lifecycle switch
        {
            Lifecycle.Waiting when session.ReservedAt(time.GetUtcNow(), agent.Subject) is not null => SessionStep.Refused(session, Refusal.Reserved),
            Lifecycle.Waiting => session.EnterToHelp(agent, connection, time),
            Lifecycle.Created or Lifecycle.Ended => SessionStep.Refused(session, Refusal.WrongState),
            _ when session.AgentWith(agent.Subject) is not null => session.Rejoin(agent, connection, time),
            _ => SessionStep.Refused(session, Refusal.AlreadyClaimed),
        };

    /// <summary>Joins by the spoken code, at any time, and has the customer asked by name.</summary>
    public static SessionStep JoinByCode(
        this Session session, AgentIdentity agent, ConnectionId connection, TimeProvider time)
    {
        if (session.HasEnded)
            return SessionStep.Refused(session, Refusal.WrongState);
        if (session.AgentWith(agent.Subject) is { Helps: true })
            return session.Rejoin(agent, connection, time);
        if (session.Pairings >= session.Rules.PairingsPerCode)
            return SessionStep.Refused(session, Refusal.TooManyAttempts);
        return (session with { Pairings = session.Pairings + 1 }).EnterToHelp(agent, connection, time);
    }

    /// <summary>Goes on after a lost connection, or in a second tab: no new question.</summary>
    public static SessionStep Rejoin(this Session session, AgentIdentity agent, ConnectionId connection, TimeProvider time)
    {
        if (session.HasEnded)
            return SessionStep.Refused(session, Refusal.WrongState);
        if (session.AgentWith(agent.Subject) is not { } place)
            return SessionStep.Refused(session, Refusal.NotFound);
        var back = place with { Connections = place.Connections.Add(connection) };
        return SessionStep.From(session).With(
            session with { Agents = session.Agents.Replace(place, back) },
            new SessionEvent.AgentPresenceChanged(back)).Then(present => present.CompleteHandover(time));
    }

    /// <summary>One connection of an agent is lost; with the last one a grace begins.</summary>
    public static SessionStep AgentDisconnects(this Session session, ConnectionId connection, TimeProvider time)
    {
        if (session.HasEnded || session.AgentOn(connection) is not { } place)
            return SessionStep.From(session);
        var left = place with { Connections = place.Connections.Remove(connection), AbsentSince = time.GetUtcNow() };
        var step = SessionStep.From(session).With(
            session with { Agents = session.Agents.Replace(place, left) },
            new SessionEvent.AgentPresenceChanged(left));
        // Whoever comes back after a while must not find a hand on a page that the customer has gone on with.
        return left.Present ? step : step.Then(absent => absent.EndControlOf(left, ControlEnd.AgentAway));
    }

    /// <summary>Gives the place up. The last one to leave puts the customer back into the queue.</summary>
    public static SessionStep Leave(this Session session, ConnectionId connection, TimeProvider time)
    {
        if (session.HasEnded)
            return SessionStep.Refused(session, Refusal.WrongState);
        return session.AgentOn(connection) is { } place
            ? session.Remove(place, Removal.Left, time)
            : SessionStep.Refused(session, Refusal.NotFound);
    }

    /// <summary>
    /// Takes a place as one who helps, and has the customer asked. Who has one goes on in it; a supervisor who watched
    /// gives that place up.
    /// </summary>
    internal static SessionStep EnterToHelp(this Session session, AgentIdentity agent, ConnectionId connection, TimeProvider time)
    {
        var step = SessionStep.From(session);
        if (session.AgentWith(agent.Subject) is { } place)
        {
            if (place.Helps)
                return session.Rejoin(agent, connection, time);
            step = step.Then(current => current.Remove(place, Removal.Left, time));
        }

        return step
            .Then(current => current.Enter(agent with { Role = ParticipantRole.Agent }, connection, time))
            .Then(entered => entered.AskOpenPlaces(time));
    }

    /// <summary>Takes a place, with nothing granted.</summary>
    internal static SessionStep Enter(this Session session, AgentIdentity agent, ConnectionId connection, TimeProvider time)
    {
        var place = new Participant(ParticipantId.Create(time), agent, new Consent.Unasked())
        {
            Connections = [connection],
            Hue = Enumerable.Range(0, session.Agents.Count + 1).First(hue => !session.Agents.Exists(other => other.Hue == hue)),
        };
        var lifecycle = session.Lifecycle switch
        {
            Lifecycle.Created or Lifecycle.Waiting => new Lifecycle.Claimed(),
            Lifecycle.Claimed or Lifecycle.Consenting or Lifecycle.Active or Lifecycle.Paused => session.Lifecycle,
            _ => throw new UnreachableException(),
        };
        return SessionStep.From(session).With(
            session with { Agents = session.Agents.Add(place), Lifecycle = lifecycle, Reserved = null },
            new SessionEvent.AgentJoined(place));
    }
}
