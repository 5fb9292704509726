namespace CoBrowse.Sessions;

/// <summary>Where sessions outlive the process.</summary>
public interface ISessionStore
{
    /// <summary>All sessions that have not ended, each with its last audit entry. Nobody is present in them.</summary>
    Task<IReadOnlyList<StoredSession>> LoadOpenAsync(CancellationToken cancellationToken);

    /// <summary>One session, ended or not.</summary>
    Task<Session?> FindAsync(SessionId id, CancellationToken cancellationToken);

    /// <summary>Writes the session and appends the entries, both or neither.</summary>
    Task SaveAsync(Session session, IReadOnlyList<AuditEntry> entries, CancellationToken cancellationToken);
}
