using CoBrowse.Protocol;
using CoBrowse.Server.Colleagues;
using CoBrowse.Sessions;

namespace CoBrowse.Server.Sessions;

/// <summary>Sessions as the wire shows them.</summary>
internal static class SessionViews
{
    /// <summary>The customer's view: with the code to read out.</summary>
    public static SessionView ForCustomer(this Session session) => View(session, session.Code.Value, verifiedAs: null, []);

    /// <summary>
    /// The view of the agent on this connection. Who may view may bring in a colleague, so they see the code; who has
    /// only asked, or was refused, does not learn it here.
    /// </summary>
    public static SessionView ForAgent(this Session session, ConnectionId connection, TimeProvider time)
    {
        var place = session.AgentOn(connection);
        return View(
            session,
            place is { MayView: true } ? session.Code.Value : null,
            session.Verified?.Reference,
            place is { MayGuide: true } ? [.. session.InvitationViews(time)] : []);
    }

    public static WatchView Watch(this Session session)
    {
        var watchers = session.Watchers.Select(agent => View(session, agent)).ToList();
        return new WatchView(watchers.Count > 0, watchers);
    }

    public static ConsentRequest? ToRequest(this Participant agent, Session session, TimeProvider time) => agent.Consent is Consent.Asked asked
        ? new ConsentRequest(
            asked.Request.ToString(),
            agent.Id.ToString(),
            agent.Agent.Name,
            agent.Agent.Title,
            [GrantKind.View],
            Seconds(asked.ExpiresAt, time),
            session.Agents.Find(other => other.Id == agent.Succeeds?.From)?.Agent.Name,
            agent.Helps && session.Rules.Supervision == Supervision.Tell)
        : null;

    /// <summary>The open question for control, by name.</summary>
    public static ConsentRequest? ControlRequest(this Session session, TimeProvider time) =>
        session.Control is PageControl.Asked asked && session.Agents.Find(agent => agent.Id == asked.Agent) is { } agent
            ? new ConsentRequest(
                asked.Request.ToString(), agent.Id.ToString(), agent.Agent.Name, agent.Agent.Title, [GrantKind.Control], Seconds(asked.ExpiresAt, time), null, false)
            : null;

    /// <summary>How long this agent's question is still open.</summary>
    public static int? ConsentExpiresIn(this Participant agent, TimeProvider time) =>
        agent.Consent is Consent.Asked asked ? Seconds(asked.ExpiresAt, time) : null;

    /// <summary>The queue as this agent sees it.</summary>
    public static IReadOnlyList<QueueEntry> ToQueue(this IEnumerable<Session> waiting, string? subject) =>
        [.. waiting.Select(session => session.ToQueueEntry(subject))];

    private static QueueEntry ToQueueEntry(this Session session, string? subject) => new(
        session.Id.ToString(),
        session.Topic,
        session.Origin,
        ((Lifecycle.Waiting)session.Lifecycle).Since.ToUnixTimeMilliseconds(),
        session.Reserved is { } kept
            ? new ReservationView(kept.Agent.Name, kept.Cause, kept.Until.ToUnixTimeMilliseconds(), kept.Agent.Subject == subject)
            : null);

    private static SessionView View(Session session, string? code, string? verifiedAs, IReadOnlyList<InvitationView> invitations) => new(
        session.Id.ToString(),
        session.Lifecycle.State,
        session.HasEnded ? null : code,
        session.Topic,
        session.Origin,
        session.CreatedAt.ToUnixTimeMilliseconds(),
        (session.Lifecycle as Lifecycle.Ended)?.Reason,
        session.CustomerConnection is not null,
        [.. session.Agents.Select(agent => View(session, agent))],
        session.HasEnded ? null : session.Words?.Shown,
        verifiedAs,
        session.Place,
        invitations);

    private static ParticipantView View(Session session, Participant agent) => new(
        agent.Id.ToString(), agent.Agent.Role, agent.Agent.Name, agent.Present, session.Watchers.Contains(agent), agent.Hue, ControlOf(session, agent));

    private static ControlState ControlOf(Session session, Participant agent) => session.Control switch
    {
        PageControl.Asked asked when asked.Agent == agent.Id => ControlState.Asked,
        PageControl.Held { Yields: true } held when held.Agent == agent.Id => ControlState.Yielded,
        PageControl.Held held when held.Agent == agent.Id => ControlState.Held,
        _ => ControlState.None,
    };

    private static int Seconds(DateTimeOffset expiresAt, TimeProvider time) =>
        (int)Math.Max(0, Math.Ceiling((expiresAt - time.GetUtcNow()).TotalSeconds));
}
