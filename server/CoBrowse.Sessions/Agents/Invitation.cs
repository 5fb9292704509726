using CoBrowse.Protocol;

namespace CoBrowse.Sessions;

/// <summary>An agent of the session asks a colleague to join it, or to take it over. Never stored.</summary>
public sealed record Invitation(
    InvitationId Id, InvitationKind Kind, ParticipantId From, AgentIdentity To, string? Note, DateTimeOffset ExpiresAt);
