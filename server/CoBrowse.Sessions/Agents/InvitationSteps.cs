using CoBrowse.Protocol;

namespace CoBrowse.Sessions;

/// <summary>Agents ask colleagues to join them, or to take over.</summary>
public static class InvitationSteps
{
    /// <summary>Asks a colleague. Nothing changes for anybody else before the colleague accepts.</summary>
    public static SessionStep Invite(
        this Session session, ConnectionId connection, AgentIdentity to, InvitationKind kind, string? note, TimeProvider time)
    {
        if (session.HasEnded)
            return SessionStep.Refused(session, Refusal.WrongState);
        if (session.AgentOn(connection) is not { } from)
            return SessionStep.Refused(session, Refusal.NotFound);
        if (string.Equals(to.Subject, from.Agent.Subject, StringComparison.Ordinal))
            return SessionStep.Refused(session, Refusal.InvalidRequest);
        if (session.Lifecycle is not (Lifecycle.Active or Lifecycle.Paused))
            return SessionStep.Refused(session, Refusal.WrongState);
        if (!from.MayGuide)
            return SessionStep.Refused(session, Refusal.NotAllowed);
        if (session.Invitations.Exists(open => open.To.Subject == to.Subject)
            || (kind == InvitationKind.Join && session.AgentWith(to.Subject) is { Helps: true })
            || (kind == InvitationKind.Handover && session.IsHandedOver))
        {
            return SessionStep.Refused(session, Refusal.WrongState);
        }

        var now = time.GetUtcNow();
        if (session.InvitationsSent >= session.Rules.Invitations
            || session.Agents.Count + session.Invitations.Count >= session.Rules.Agents
            || (session.Invited.TryGetValue(to.Subject, out var last) && now < last + session.Rules.InvitationPause))
        {
            return SessionStep.Refused(session, Refusal.TooManyAttempts);
        }

        var invitation = new Invitation(
            InvitationId.Create(time), kind, from.Id, to with { Role = ParticipantRole.Agent }, note, now + session.Rules.InvitationTimeout);
        return SessionStep.From(session).With(
            session with
            {
                Invitations = session.Invitations.Add(invitation),
                Invited = session.Invited.SetItem(to.Subject, now),
                InvitationsSent = session.InvitationsSent + 1,
            },
            new SessionEvent.Invited(from, invitation));
    }

    /// <summary>The colleague comes, and the customer is asked for them by name. Nothing that runs stops.</summary>
    public static SessionStep Accept(
        this Session session, InvitationId id, AgentIdentity agent, ConnectionId connection, TimeProvider time)
    {
        if (session.HasEnded)
            return SessionStep.Refused(session, Refusal.WrongState);
        if (session.InvitationOf(id, agent.Subject) is not { } invitation)
            return SessionStep.Refused(session, Refusal.NotFound);
        var entered = session.AgentWith(agent.Subject) is not { Helps: true };
        return session.CloseInvitations(open => open.Id == id, InvitationOutcome.Accepted)
            .Then(current => current.EnterToHelp(agent, connection, time))
            .Then(current => invitation.Kind == InvitationKind.Handover
                ? current.Succeed(agent.Subject, new Succession(id, invitation.From, entered), time)
                : SessionStep.From(current));
    }

    /// <summary>The colleague does not come.</summary>
    public static SessionStep Decline(this Session session, InvitationId id, string subject)
    {
        if (session.HasEnded)
            return SessionStep.Refused(session, Refusal.WrongState);
        return session.InvitationOf(id, subject) is null
            ? SessionStep.Refused(session, Refusal.NotFound)
            : session.CloseInvitations(open => open.Id == id, InvitationOutcome.Declined);
    }

    /// <summary>Whoever invited takes it back: an open invitation, or a handover that the customer has not agreed to.</summary>
    public static SessionStep TakeBack(this Session session, ConnectionId connection, InvitationId id, TimeProvider time)
    {
        if (session.HasEnded)
            return SessionStep.Refused(session, Refusal.WrongState);
        if (session.AgentOn(connection) is not { } from)
            return SessionStep.Refused(session, Refusal.NotFound);
        if (session.Invitations.Exists(open => open.Id == id && open.From == from.Id))
            return session.CloseInvitations(open => open.Id == id, InvitationOutcome.TakenBack);
        return session.Agents.Find(agent => agent.Succeeds is { } taking && taking.Invitation == id && taking.From == from.Id) is { } successor
            ? session.TakeBack(from, successor, time)
            : SessionStep.Refused(session, Refusal.NotFound);
    }

    /// <summary>Closes invitations that are open.</summary>
    internal static SessionStep CloseInvitations(this Session session, Func<Invitation, bool> which, InvitationOutcome outcome)
    {
        var step = SessionStep.From(session);
        foreach (var invitation in session.Invitations.Where(which))
        {
            // Invitations go with the place of whoever sent them, so the place is there.
            var by = session.Agents.Find(agent => agent.Id == invitation.From)!;
            step = step.With(
                step.Session with { Invitations = step.Session.Invitations.Remove(invitation) },
                new SessionEvent.InvitationClosed(by, invitation, outcome));
        }

        return step;
    }

    private static Invitation? InvitationOf(this Session session, InvitationId id, string subject) =>
        session.Invitations.Find(open => open.Id == id && string.Equals(open.To.Subject, subject, StringComparison.Ordinal));
}
