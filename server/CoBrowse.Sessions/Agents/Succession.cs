namespace CoBrowse.Sessions;

/// <summary>
/// A handover that was accepted: with the customer's yes, <paramref name="From"/> leaves. <paramref name="Entered"/>: the
/// place was taken for it, and goes with it when it is taken back.
/// </summary>
public sealed record Succession(InvitationId Invitation, ParticipantId From, bool Entered);
