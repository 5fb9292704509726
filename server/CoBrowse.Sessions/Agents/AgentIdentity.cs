using CoBrowse.Protocol;

namespace CoBrowse.Sessions;

/// <summary>Who an agent is, as their issuer says. <paramref name="Subject"/> is the issuer's stable id.</summary>
public sealed record AgentIdentity(string Subject, string Name, string? Title, ParticipantRole Role);
