using CoBrowse.Sessions;
using CoBrowse.Storage.Keys;
using CoBrowse.Storage.Sessions;
using CoBrowse.Storage.Tenants;
using Microsoft.EntityFrameworkCore;

namespace CoBrowse.Storage.Retention;

/// <summary>What is kept of the sessions of a tenant, for its administrators.</summary>
public sealed class KeptSessions(
    IDbContextFactory<CoBrowseContext> contexts, HoldStore holds, SessionStore sessions, TenantLedger ledger)
{
    private const int MostHolds = 100;

    /// <summary>One session of this tenant.</summary>
    public async Task<KeptSession?> FindAsync(TenantId tenant, SessionId session, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var row = await context.Sessions.AsNoTracking()
            .FirstOrDefaultAsync(row => row.Id == session.Value && row.Tenant == tenant.Value, cancellationToken);
        if (row is null)
            return null;
        var plain = await context.Audit.CountAsync(
            entry => entry.SessionId == row.Id
                && ((entry.Actor != null && entry.Actor != AuditChain.Customer && !entry.Actor.StartsWith(TextSeal.Mark))
                    || (entry.Detail != null && !entry.Detail.StartsWith(TextSeal.Mark))),
            cancellationToken);
        return Read(row, plain, await holds.ReadAsync(tenant, session, MostHolds, cancellationToken));
    }

    /// <summary>
    /// The sessions of this tenant that ended before <paramref name="endedBefore"/> and of which something is kept, the
    /// newest first.
    /// </summary>
    public async Task<IReadOnlyList<KeptSummary>> ReadAsync(TenantId tenant, DateTimeOffset endedBefore, int most, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await context.Sessions.AsNoTracking()
            .Where(row => row.Tenant == tenant.Value && row.EndedAt < endedBefore.UtcTicks && row.AuditErasedAt == null)
            .OrderByDescending(row => row.EndedAt)
            .Take(most)
            .ToListAsync(cancellationToken);
        var ids = rows.Select(row => row.Id).ToList();
        var held = await context.LegalHolds
            .Where(hold => ids.Contains(hold.SessionId) && hold.LiftedAt == null)
            .Select(hold => hold.SessionId)
            .Distinct()
            .ToListAsync(cancellationToken);
        return [.. rows.Select(row => new KeptSummary(new SessionId(row.Id), At(row.CreatedAt)!.Value, At(row.EndedAt)!.Value, held.Contains(row.Id)))];
    }

    /// <summary>Opens the audit of a session of this tenant, and writes down who did. Null: there is no such session.</summary>
    public async Task<IReadOnlyList<ReadableEntry>?> OpenAuditAsync(TenantId tenant, SessionId session, string actor, CancellationToken cancellationToken)
    {
        if (await FindAsync(tenant, session, cancellationToken) is null)
            return null;
        await ledger.WriteAsync(new TenantAct(tenant, "audit-read", actor, session.ToString()), _ => Task.CompletedTask);
        return await sessions.OpenAuditAsync(session, cancellationToken);
    }

    private static KeptSession Read(SessionRow row, int plain, IReadOnlyList<LegalHold> holds) => new(
        new SessionId(row.Id), At(row.CreatedAt)!.Value, At(row.EndedAt), At(row.AssetsErasedAt), At(row.SessionErasedAt), At(row.AuditErasedAt),
        plain, holds);

    private static DateTimeOffset? At(long? ticks) => ticks is { } value ? new DateTimeOffset(value, TimeSpan.Zero) : null;
}
