using System.Globalization;
using CoBrowse.Protocol;
using CoBrowse.Sessions;
using CoBrowse.Storage.Keys;
using CoBrowse.Storage.Sessions;
using CoBrowse.Storage.Tenants;
using Microsoft.EntityFrameworkCore;

namespace CoBrowse.Storage.Retention;

/// <summary>
/// Erases what is known of sessions, by overwriting their keys. Each time it looks for holds within the same turn of the
/// tenants' ledger in which it erases and writes it down, and holds are placed in turns of their own: none is missed.
/// </summary>
public sealed class ErasureStore(
    IDbContextFactory<CoBrowseContext> contexts, TenantLedger ledger, SessionKeys keys, TimeProvider time)
{
    /// <summary>All purposes, the audit last.</summary>
    public static IReadOnlyList<Purpose> Everything { get; } = [Purpose.Assets, Purpose.Session, Purpose.Audit];

    /// <summary>The tenants, configured or not, of whose sessions something is left.</summary>
    public async Task<IReadOnlyList<TenantId>> TenantsAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var tenants = await context.Sessions.Where(row => row.AuditErasedAt == null).Select(row => row.Tenant).Distinct().ToListAsync(cancellationToken);
        return [.. tenants.Select(tenant => new TenantId(tenant))];
    }

    /// <summary>Whose session it is or was, however much of it is erased.</summary>
    public async Task<TenantId?> TenantOfAsync(SessionId session, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var tenant = await context.Sessions.Where(row => row.Id == session.Value).Select(row => row.Tenant).FirstOrDefaultAsync(cancellationToken);
        return tenant is null ? null : new TenantId(tenant);
    }

    /// <summary>
    /// Erases for one purpose what ended at or before <paramref name="endedBy"/>, the oldest first and so many at once.
    /// Answers the sessions that it looked at, of which fewer than <paramref name="most"/> mean that all is done, and of
    /// how many there was something to erase.
    /// </summary>
    public async Task<(IReadOnlyList<SessionId> Looked, int Erased)> EraseDueAsync(TenantId tenant, Purpose purpose, DateTimeOffset endedBy, int most)
    {
        IReadOnlyList<SessionId> looked = [];
        IReadOnlyList<SessionId> erased = [];
        await ledger.WriteAsync(async context =>
        {
            var rows = await Due(context, tenant, purpose, endedBy.UtcTicks).Take(most).ToListAsync();
            looked = [.. rows.Select(row => new SessionId(row.Id))];
            erased = await OverwriteAsync(context, rows, [purpose]);
            return erased.Count == 0
                ? null
                : ErasureLine.Write(
                    tenant, [purpose], ErasureLine.Retention, $"ended-by={endedBy.UtcDateTime.ToString("s", CultureInfo.InvariantCulture)}Z", erased);
        });
        Destroy(looked, [purpose]);
        return (looked, erased.Count);
    }

    /// <summary>
    /// Erases one session because somebody asked for it: for all purposes, or for all but its audit.
    /// <paramref name="reference"/> names the request, and nobody.
    /// </summary>
    public async Task<Refusal?> EraseAsync(TenantId tenant, SessionId session, bool keepAudit, string actor, string reference)
    {
        Refusal? refusal = null;
        IReadOnlyList<Purpose> purposes = keepAudit ? [Purpose.Assets, Purpose.Session] : Everything;
        await ledger.WriteAsync(async context =>
        {
            var row = await context.Sessions.FirstOrDefaultAsync(row => row.Id == session.Value && row.Tenant == tenant.Value);
            refusal = row switch
            {
                null => Refusal.NotFound,
                { EndedAt: null } => Refusal.WrongState,
                _ => await IsHeldAsync(context, session) ? Refusal.OnHold : null,
            };
            if (refusal is not null)
                return null;
            var erased = await OverwriteAsync(context, [row!], purposes);
            return erased.Count == 0 ? null : ErasureLine.Write(tenant, purposes, actor, $"reference={reference}", erased);
        });
        if (refusal is null)
            Destroy([session], purposes);
        return refusal;
    }

    /// <summary>
    /// Erases the assets of a session that is over, whose time is no longer than its own: its audit says when. False: it
    /// is held.
    /// </summary>
    public async Task<bool> EndAssetsAsync(SessionId session)
    {
        // Most sessions have none, and take no turn.
        if (!await HasAssetsAsync(session))
            return true;
        var held = false;
        await ledger.WriteAsync(async context =>
        {
            var row = await context.Sessions.FirstOrDefaultAsync(row => row.Id == session.Value);
            held = await IsHeldAsync(context, session);
            if (row is not null && !held)
                await OverwriteAsync(context, [row], [Purpose.Assets]);
            return null;
        });
        if (!held)
            Destroy([session], [Purpose.Assets]);
        return !held;
    }

    private async Task<bool> HasAssetsAsync(SessionId session)
    {
        await using var context = await contexts.CreateDbContextAsync();
        return await context.SessionKeys.AnyAsync(key => key.SessionId == session.Value && key.Purpose == Purpose.Assets);
    }

    private static IQueryable<SessionRow> Due(CoBrowseContext context, TenantId tenant, Purpose purpose, long endedBy)
    {
        var ended = context.Sessions.Where(row => row.Tenant == tenant.Value && row.EndedAt <= endedBy);
        var kept = purpose switch
        {
            Purpose.Assets => ended.Where(row => row.AssetsErasedAt == null),
            Purpose.Session => ended.Where(row => row.SessionErasedAt == null),
            Purpose.Audit => ended.Where(row => row.AuditErasedAt == null),
            _ => throw new ArgumentOutOfRangeException(nameof(purpose)),
        };
        // An audit of before it was sealed has no key to be erased. Most sessions have no assets, and are marked.
        if (purpose != Purpose.Assets)
            kept = kept.Where(row => context.SessionKeys.Any(key => key.SessionId == row.Id && key.Purpose == purpose));
        return kept
            .Where(row => !context.LegalHolds.Any(hold => hold.SessionId == row.Id && hold.LiftedAt == null))
            .OrderBy(row => row.EndedAt);
    }

    private static Task<bool> IsHeldAsync(CoBrowseContext context, SessionId session) =>
        context.LegalHolds.AnyAsync(hold => hold.SessionId == session.Value && hold.LiftedAt == null);

    // Answers the sessions of which there was something to erase.
    private async Task<IReadOnlyList<SessionId>> OverwriteAsync(
        CoBrowseContext context, IReadOnlyList<SessionRow> rows, IReadOnlyList<Purpose> purposes)
    {
        var now = time.GetUtcNow().UtcTicks;
        var ids = rows.Select(row => row.Id).ToList();
        var found = (await context.SessionKeys.Where(key => ids.Contains(key.SessionId) && purposes.Contains(key.Purpose)).ToListAsync())
            .Where(key => !key.Wrapped.AsSpan().SequenceEqual(SessionKeyRow.Erased))
            .ToList();
        foreach (var key in found)
            key.Wrapped = [.. SessionKeyRow.Erased];
        foreach (var row in rows)
        {
            if (purposes.Contains(Purpose.Assets))
                row.AssetsErasedAt ??= now;
            if (found.Exists(key => key.SessionId == row.Id && key.Purpose == Purpose.Session))
                row.SessionErasedAt = now;
            if (found.Exists(key => key.SessionId == row.Id && key.Purpose == Purpose.Audit))
                row.AuditErasedAt = now;
        }

        return [.. found.Select(key => key.SessionId).Distinct().Select(id => new SessionId(id))];
    }

    private void Destroy(IEnumerable<SessionId> sessions, IReadOnlyList<Purpose> purposes)
    {
        foreach (var session in sessions)
        {
            foreach (var purpose in purposes)
                keys.Destroy(session, purpose);
        }
    }
}
