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

    /// <summary>It waits for this agent first.</summary>
    public sealed record ReservedFor(AgentIdentity Agent, ReservationCause Cause) : SessionEvent;

    /// <summary>A token that the tenant's backend signed says who the customer is.</summary>
    public sealed record Identified(VerifiedCustomer Customer) : SessionEvent;

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

    /// <summary>The customer came to a page that is withheld, or back, or left a page.</summary>
    public sealed record PlaceChanged(PagePlace Place) : SessionEvent
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

    /// <summary>An agent asks a colleague to join or to take over.</summary>
    public sealed record Invited(Participant By, Invitation Invitation) : SessionEvent;

    /// <summary>An invitation is over. Taken back is also one whose agent, or whose session, is gone.</summary>
    public sealed record InvitationClosed(Participant By, Invitation Invitation, InvitationOutcome Outcome) : SessionEvent;

    /// <summary>With the customer's yes to one agent, the other leaves.</summary>
    public sealed record HandedOver(Participant From, Participant To) : SessionEvent;

    /// <summary>A handover that a colleague had accepted does not come about.</summary>
    public sealed record HandoverTakenBack(Participant By, Participant Successor, InvitationId Invitation) : SessionEvent;

    /// <summary>A supervisor watches, whom the customer's consent named beforehand and who is shown.</summary>
    public sealed record SupervisionTold(Participant Supervisor) : SessionEvent;

    /// <summary>An agent lost the place and every grant with it.</summary>
    public sealed record AgentRemoved(Participant Agent, Removal Cause) : SessionEvent;

    /// <summary>The customer is asked to let this agent act on the page.</summary>
    public sealed record ControlAsked(Participant Agent, ConsentRequestId Request) : SessionEvent;

    /// <summary>The question for control is closed.</summary>
    public sealed record ControlClosed(Participant Agent, ConsentRequestId Request, ConsentOutcome Outcome) : SessionEvent;

    /// <summary>This agent acts on the page no longer.</summary>
    public sealed record ControlEnded(Participant Agent, ControlEnd Reason) : SessionEvent;

    /// <summary>Control gives way to the customer's own hands, or need not any more.</summary>
    public sealed record ControlYielded(Participant Agent, bool Yields) : SessionEvent
    {
        /// <inheritdoc/>
        public override bool Lasts => false;
    }

    /// <summary>An action goes to the customer's page. The audit holds its kind, never its body.</summary>
    public sealed record ActionPassed(Participant Agent, int Number, ActionKind Kind, byte[] Body) : SessionEvent;

    /// <summary>What the page made of an action.</summary>
    public sealed record ActionAnswered(Participant Agent, PassedAction Action, ActionOutcome Outcome) : SessionEvent;

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
