namespace CoBrowse.Sessions;

/// <summary>A session as it was written, and the end of its audit chain.</summary>
public sealed record StoredSession(Session Session, AuditEntry? LastEntry);
