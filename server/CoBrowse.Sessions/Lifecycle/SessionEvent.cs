using CoBrowse.Protocol;

namespace CoBrowse.Sessions;

/// <summary>What a step has brought about.</summary>
public abstract record SessionEvent
{
    private SessionEvent()
    {
    }

    /// <summary>Whether it must be written down before anyone hears of it. Presence is not.</summary>
    public virtual bool Lasts => true;

    /// <summary>The session was made.</summary>
    public sealed record Created : SessionEvent;

    /// <summary>The customer's browser took its place; <paramref name="Former"/> is the tab it took it from.</summary>
    public sealed record CustomerArrived(ConnectionId? Former) : SessionEvent
    {
        /// <inheritdoc/>
        public override bool Lasts => false;
    }

    /// <summary>The customer's browser is gone for the moment.</summary>
    public sealed record CustomerLeft : SessionEvent
    {
        /// <inheritdoc/>
        public override bool Lasts => false;
    }

    /// <summary>An agent connected or disconnected without losing the place.</summary>
    public sealed record AgentPresenceChanged(Participant Agent) : SessionEvent
    {
        /// <inheritdoc/>
        public override bool Lasts => false;
    }

    /// <summary>The session entered the queue.</summary>
    public sealed record Queued : SessionEvent;

    /// <summary>An agent took a place, without any right to see.</summary>
    public sealed record AgentJoined(Participant Agent) : SessionEvent;

    /// <summary>The customer is asked for this agent.</summary>
    public sealed record ConsentAsked(Participant Agent, ConsentRequestId Request) : SessionEvent;

    /// <summary>The question is closed.</summary>
    public sealed record ConsentClosed(Participant Agent, ConsentRequestId Request, ConsentOutcome Outcome) : SessionEvent;

    /// <summary>An agent lost the place and every grant with it.</summary>
    public sealed record AgentRemoved(Participant Agent, Removal Cause) : SessionEvent;

    /// <summary>An epoch is captured under this version of the tenant's masking policy, whose document has this hash.</summary>
    public sealed record PolicyUsed(int Version, string Hash, uint Epoch) : SessionEvent;

    /// <summary>From now on this agent sees the page.</summary>
    public sealed record ViewBegan(Participant Agent) : SessionEvent;

    /// <summary>This agent sees the page no longer: gone, paused, removed, or the session is over.</summary>
    public sealed record ViewEnded(Participant Agent) : SessionEvent;

    /// <summary>An agent asked for what is not granted. <paramref name="Subject"/> is null where another tenant's agent did.</summary>
    public sealed record AttemptRefused(string? Subject, string Operation, Refusal Refusal) : SessionEvent;

    /// <summary>A message was written in the chat, by the customer where <paramref name="Agent"/> is null. What it said is nobody's else.</summary>
    public sealed record ChatSent(Participant? Agent) : SessionEvent;

    /// <summary>An agent proposed a value for a field of this kind. What it was stays between the two.</summary>
    public sealed record ValueProposed(Participant Agent, FieldKind Field) : SessionEvent;

    /// <summary>What became of a proposed value; <paramref name="Reason"/> where it was not possible.</summary>
    public sealed record ProposalAnswered(Participant Agent, FieldKind Field, ProposalOutcome Outcome, ProposalReason? Reason) : SessionEvent;

    /// <summary>The agent took a proposed value back.</summary>
    public sealed record ProposalTakenBack(Participant Agent, FieldKind Field) : SessionEvent;

    /// <summary>The customer holds frames back.</summary>
    public sealed record Paused : SessionEvent;

    /// <summary>The customer lets frames pass again.</summary>
    public sealed record Resumed : SessionEvent;

    /// <summary>The session is over.</summary>
    public sealed record Ended(EndReason Reason) : SessionEvent;
}
