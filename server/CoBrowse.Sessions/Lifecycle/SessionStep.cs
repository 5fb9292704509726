using System.Collections.Immutable;
using CoBrowse.Protocol;

namespace CoBrowse.Sessions;

/// <summary>What a request came to: the session after it and what happened, or why it was refused.</summary>
public readonly record struct SessionStep(Session Session, ImmutableArray<SessionEvent> Events, Refusal? Refusal)
{
    /// <summary>Nothing happened yet.</summary>
    public static SessionStep From(Session session) => new(session, [], null);

    /// <summary>Refused; nothing happened.</summary>
    public static SessionStep Refused(Session session, Refusal refusal) => new(session, [], refusal);

    internal SessionStep With(Session session, params ReadOnlySpan<SessionEvent> events) =>
        this with { Session = session, Events = [.. Events, .. events] };

    /// <summary>Does <paramref name="step"/> after this one; a refusal ends the row, what happened before it stays.</summary>
    public SessionStep Then(Func<Session, SessionStep> step)
    {
        if (Refusal is not null)
            return this;
        var next = step(Session);
        return next with { Events = [.. Events, .. next.Events] };
    }
}
