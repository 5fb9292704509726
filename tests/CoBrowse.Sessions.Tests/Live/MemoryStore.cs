namespace CoBrowse.Sessions.Tests.Live;

/// <summary>A store that can be told to fail.</summary>
internal sealed class MemoryStore : ISessionStore
{
    public Dictionary<SessionId, Session> Sessions { get; } = [];

    public List<AuditEntry> Audit { get; } = [];

    public bool Fails { get; set; }

    public Task<IReadOnlyList<StoredSession>> LoadOpenAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<StoredSession>>([.. Sessions.Values.Select(session => new StoredSession(session, null))]);

    public Task<Session?> FindAsync(SessionId id, CancellationToken cancellationToken) =>
        Task.FromResult(Sessions.GetValueOrDefault(id));

    public Task<AuditEntry?> SaveAsync(
        Session session, IReadOnlyList<SessionEvent> events, AuditEntry? last, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (Fails)
            throw new IOException("The disk is full.");
        Sessions[session.Id] = session;
        var entries = AuditChain.Append(last, session.Id, events, now);
        Audit.AddRange(entries);
        return Task.FromResult(entries.Count == 0 ? last : entries[^1]);
    }
}
