namespace CoBrowse.Sessions;

/// <summary>Where sessions outlive the process.</summary>
public interface ISessionStore
{
    /// <summary>All sessions that have not ended, each with its last audit entry. Nobody is present in them.</summary>
    Task<IReadOnlyList<StoredSession>> LoadOpenAsync(CancellationToken cancellationToken);

    /// <summary>One session, ended or not. Null as well where all that was known of it is erased.</summary>
    Task<Session?> FindAsync(SessionId id, CancellationToken cancellationToken);

    /// <summary>
    /// Writes the session and appends what happened to its audit, after <paramref name="last"/>: both or neither.
    /// Answers the end of the audit.
    /// </summary>
    Task<AuditEntry?> SaveAsync(
        Session session, IReadOnlyList<SessionEvent> events, AuditEntry? last, DateTimeOffset now, CancellationToken cancellationToken);
}
