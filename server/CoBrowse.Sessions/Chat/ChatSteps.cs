using CoBrowse.Protocol;

namespace CoBrowse.Sessions;

/// <summary>Who may write to whom: the customer, and the agents whom the customer has accepted, also while frames are held back.</summary>
public static class ChatSteps
{
    /// <summary>Why the customer may not write now; null: they may.</summary>
    public static Refusal? ChatOfCustomer(this Session session) => session.HasChat() ? null : Refusal.WrongState;

    /// <summary>Why the agent on this connection may not write now; null: they may.</summary>
    public static Refusal? ChatOfAgent(this Session session, ConnectionId connection)
    {
        if (session.AgentOn(connection) is not { } agent)
            return Refusal.NotFound;
        if (!session.HasChat())
            return Refusal.WrongState;
        return agent.MayGuide ? null : Refusal.NotAllowed;
    }

    /// <summary>The customer writes a message.</summary>
    public static SessionStep CustomerChats(this Session session) => session.ChatOfCustomer() is { } refusal
        ? SessionStep.Refused(session, refusal)
        : SessionStep.From(session).With(session, new SessionEvent.ChatSent(null));

    /// <summary>An agent writes a message.</summary>
    public static SessionStep AgentChats(this Session session, ConnectionId connection) => session.ChatOfAgent(connection) is { } refusal
        ? SessionStep.Refused(session, refusal)
        : SessionStep.From(session).With(session, new SessionEvent.ChatSent(session.AgentOn(connection)));

    /// <summary>The connections of all agents who take part.</summary>
    public static IEnumerable<ConnectionId> ChatConnections(this Session session) =>
        session.HasChat() ? session.Agents.Where(agent => agent.MayView).SelectMany(agent => agent.Connections) : [];

    private static bool HasChat(this Session session) => session.Lifecycle is Lifecycle.Active or Lifecycle.Paused;
}
