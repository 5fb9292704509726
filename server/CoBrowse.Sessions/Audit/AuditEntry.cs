namespace CoBrowse.Sessions;

/// <summary>
/// One line of a session's audit. <see cref="Hash"/> is the SHA-256 of <see cref="Previous"/> and every field before it,
/// so a line that was changed, dropped or moved breaks the chain.
/// </summary>
public sealed record AuditEntry(
    SessionId Session, int Sequence, DateTimeOffset At, string Kind, string? Actor, string? Detail, string Previous, string Hash);
