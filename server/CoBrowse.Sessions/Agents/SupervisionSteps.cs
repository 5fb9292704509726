using CoBrowse.Protocol;

namespace CoBrowse.Sessions;

/// <summary>What a supervisor can do.</summary>
public static class SupervisionSteps
{
    /// <summary>
    /// Watches a session in which somebody helps, without guiding. The customer is asked by name, or, where each consent
    /// question named the supervisors, told.
    /// </summary>
    public static SessionStep Watch(this Session session, AgentIdentity supervisor, ConnectionId connection, TimeProvider time)
    {
        if (supervisor.Role != ParticipantRole.Supervisor)
            return SessionStep.Refused(session, Refusal.NotAllowed);
        if (session.Lifecycle is not (Lifecycle.Active or Lifecycle.Paused) || !session.HasHelp)
            return SessionStep.Refused(session, Refusal.WrongState);
        if (session.AgentWith(supervisor.Subject) is not null)
            return session.Rejoin(supervisor, connection, time);
        if (session.Agents.Count >= session.Rules.Agents || session.SupervisorsRefused >= session.Rules.SupervisorsRefused)
            return SessionStep.Refused(session, Refusal.TooManyAttempts);
        var step = session.Enter(supervisor, connection, time);
        // A customer who took a supervisor off has taken back what the question said of them.
        if (session.Rules.Supervision == Supervision.Ask || session.SupervisorsRefused > 0)
            return step.Then(entered => entered.AskOpenPlaces(time));
        return step.Then(entered =>
        {
            var place = entered.AgentOn(connection)!;
            var told = place with { Consent = new Consent.Granted(ConsentRequestId.Create(time), time.GetUtcNow()) };
            return SessionStep.From(entered).With(
                entered with { Agents = entered.Agents.Replace(place, told) }, new SessionEvent.SupervisionTold(told));
        });
    }
}
