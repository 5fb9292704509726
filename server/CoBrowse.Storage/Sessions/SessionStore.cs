using CoBrowse.Sessions;
using Microsoft.EntityFrameworkCore;

namespace CoBrowse.Storage.Sessions;

/// <summary>Sessions in the database. A change and its audit entries are one transaction.</summary>
public sealed class SessionStore(
    IDbContextFactory<CoBrowseContext> contexts, SessionRules rules, TimeProvider time) : ISessionStore
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
            stored.Add(new StoredSession(
                SessionMapping.Read(row, rules, time.GetUtcNow()),
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
        return row is null ? null : SessionMapping.Read(row, rules, time.GetUtcNow());
    }

    /// <summary>The audit of one session, from the first entry on.</summary>
    public async Task<IReadOnlyList<AuditEntry>> ReadAuditAsync(SessionId id, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await context.Audit.AsNoTracking()
            .Where(entry => entry.SessionId == id.Value)
            .OrderBy(entry => entry.Sequence)
            .ToListAsync(cancellationToken);
        return [.. rows.Select(SessionMapping.Read)];
    }

    /// <inheritdoc/>
    public async Task SaveAsync(Session session, IReadOnlyList<AuditEntry> entries, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var row = await context.Sessions
            .Include(row => row.Agents)
            .FirstOrDefaultAsync(row => row.Id == session.Id.Value, cancellationToken);
        if (row is null)
            context.Sessions.Add(row = SessionMapping.NewRow(session));
        SessionMapping.Write(row, session);
        context.Audit.AddRange(entries.Select(SessionMapping.NewRow));
        await context.SaveChangesAsync(cancellationToken);
    }
}
