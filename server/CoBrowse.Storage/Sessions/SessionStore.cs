using CoBrowse.Sessions;
using CoBrowse.Storage.Keys;
using Microsoft.EntityFrameworkCore;

namespace CoBrowse.Storage.Sessions;

/// <summary>
/// Sessions in the database. A change and its audit entries are one transaction; what names somebody is sealed by keys
/// of the session, which are written with it.
/// </summary>
public sealed class SessionStore(
    IDbContextFactory<CoBrowseContext> contexts, SessionKeys keys, SessionRules rules, TimeProvider time) : ISessionStore
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<StoredSession>> LoadOpenAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await context.Sessions.AsNoTracking()
            .Include(row => row.Agents)
            .Where(row => row.EndedAt == null)
            .ToListAsync(cancellationToken);
        var stored = new List<StoredSession>(rows.Count);
        foreach (var row in rows)
        {
            var last = await context.Audit.AsNoTracking()
                .Where(entry => entry.SessionId == row.Id)
                .OrderByDescending(entry => entry.Sequence)
                .FirstOrDefaultAsync(cancellationToken);
            var seal = await keys.SealAsync(new SessionId(row.Id), Purpose.Session, cancellationToken);
            stored.Add(new StoredSession(
                SessionMapping.Read(row, seal, rules, time.GetUtcNow()),
                last is null ? null : SessionMapping.Read(last)));
        }

        return stored;
    }

    /// <inheritdoc/>
    public async Task<Session?> FindAsync(SessionId id, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var row = await context.Sessions.AsNoTracking()
            .Include(row => row.Agents)
            .FirstOrDefaultAsync(row => row.Id == id.Value, cancellationToken);
        if (row is null)
            return null;
        var seal = await keys.OpenerAsync(id, Purpose.Session, cancellationToken);
        return seal.Erased ? null : SessionMapping.Read(row, seal, rules, time.GetUtcNow());
    }

    /// <summary>The audit of one session, from the first entry on, as the chain is over it: sealed.</summary>
    public async Task<IReadOnlyList<AuditEntry>> ReadAuditAsync(SessionId id, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await context.Audit.AsNoTracking()
            .Where(entry => entry.SessionId == id.Value)
            .OrderBy(entry => entry.Sequence)
            .ToListAsync(cancellationToken);
        return [.. rows.Select(SessionMapping.Read)];
    }

    /// <summary>The audit of one session, from the first entry on, as far as it was not erased. Who may ask is for the caller.</summary>
    public async Task<IReadOnlyList<ReadableEntry>> OpenAuditAsync(SessionId id, CancellationToken cancellationToken)
    {
        var seal = await keys.OpenerAsync(id, Purpose.Audit, cancellationToken);
        return [.. (await ReadAuditAsync(id, cancellationToken)).Select(entry => SealedPlace.Open(entry, seal))];
    }

    /// <inheritdoc/>
    public async Task<AuditEntry?> SaveAsync(
        Session session, IReadOnlyList<SessionEvent> events, AuditEntry? last, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var row = await context.Sessions
            .Include(row => row.Agents)
            .FirstOrDefaultAsync(row => row.Id == session.Id.Value, cancellationToken);
        var isNew = row is null;
        if (isNew)
            context.SessionKeys.AddRange(keys.Make(session.Id, Purpose.Session), keys.Make(session.Id, Purpose.Audit));
        var seal = await keys.SealAsync(session.Id, Purpose.Session, cancellationToken);
        if (row is null)
            context.Sessions.Add(row = SessionMapping.NewRow(session, seal));
        SessionMapping.Write(row, session, seal);
        var auditSeal = await keys.SealAsync(session.Id, Purpose.Audit, cancellationToken);
        var entries = AuditChain.Append(last, session.Id, events, now, entry => SealedPlace.Seal(entry, auditSeal));
        context.Audit.AddRange(entries.Select(SessionMapping.NewRow));
        try
        {
            await context.SaveChangesAsync(cancellationToken);
        }
        catch when (isNew)
        {
            keys.Forget(session.Id);
            throw;
        }

        if (session.HasEnded)
            keys.Forget(session.Id);
        return entries.Count == 0 ? last : entries[^1];
    }
}
