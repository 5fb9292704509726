using CoBrowse.Protocol;
using CoBrowse.Sessions;
using CoBrowse.Storage.Keys;
using CoBrowse.Storage.Sessions;
using CoBrowse.Storage.Tenants;
using Microsoft.EntityFrameworkCore;

namespace CoBrowse.Storage.Retention;

/// <summary>Legal holds. Why they were placed is sealed by the key of the session's audit, in the tenant's audit too.</summary>
public sealed class HoldStore(IDbContextFactory<CoBrowseContext> contexts, TenantLedger ledger, SessionKeys keys, TimeProvider time)
{
    /// <summary>Holds a session of this tenant, running or over. What is erased cannot be held.</summary>
    public async Task<(Refusal? Refusal, LegalHold? Hold)> PlaceAsync(TenantId tenant, SessionId session, string actor, string reason)
    {
        Refusal? refusal = null;
        LegalHold? placed = null;
        await ledger.WriteAsync(async context =>
        {
            var row = await context.Sessions.AsNoTracking().FirstOrDefaultAsync(row => row.Id == session.Value && row.Tenant == tenant.Value);
            if (row is not { AuditErasedAt: null })
            {
                refusal = row is null ? Refusal.NotFound : Refusal.Expired;
                return null;
            }

            placed = new LegalHold(Guid.CreateVersion7(time.GetUtcNow()), session, time.GetUtcNow(), actor, reason, null, null, null);
            var text = await SealAsync(placed, reason);
            context.LegalHolds.Add(new LegalHoldRow
            {
                Id = placed.Id,
                Tenant = tenant.Value,
                SessionId = session.Value,
                PlacedAt = placed.PlacedAt.UtcTicks,
                PlacedBy = actor,
                Reason = text,
            });
            return HoldLine.Write(tenant, placed: true, placed, actor, text);
        });
        return (refusal, placed);
    }

    /// <summary>Lifts a hold of this tenant, once.</summary>
    public async Task<(Refusal? Refusal, LegalHold? Hold)> LiftAsync(TenantId tenant, Guid id, string actor, string reason)
    {
        Refusal? refusal = null;
        LegalHold? lifted = null;
        await ledger.WriteAsync(async context =>
        {
            var row = await context.LegalHolds.FirstOrDefaultAsync(row => row.Id == id && row.Tenant == tenant.Value);
            if (row is not { LiftedAt: null })
            {
                refusal = row is null ? Refusal.NotFound : Refusal.WrongState;
                return null;
            }

            var hold = await ReadAsync(row, CancellationToken.None);
            var text = await SealAsync(hold, reason);
            (row.LiftedAt, row.LiftedBy, row.LiftReason) = (time.GetUtcNow().UtcTicks, actor, text);
            lifted = hold with { LiftedAt = time.GetUtcNow(), LiftedBy = actor, LiftReason = reason };
            return HoldLine.Write(tenant, placed: false, hold, actor, text);
        });
        return (refusal, lifted);
    }

    /// <summary>The newest holds of a tenant, or of one of its sessions, the newest first.</summary>
    public async Task<IReadOnlyList<LegalHold>> ReadAsync(TenantId tenant, SessionId? session, int most, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var id = session?.Value;
        var rows = await context.LegalHolds.AsNoTracking()
            .Where(row => row.Tenant == tenant.Value && (id == null || row.SessionId == id))
            .OrderByDescending(row => row.PlacedAt)
            .Take(most)
            .ToListAsync(cancellationToken);
        var holds = new List<LegalHold>(rows.Count);
        foreach (var row in rows)
            holds.Add(await ReadAsync(row, cancellationToken));
        return holds;
    }

    private async Task<LegalHold> ReadAsync(LegalHoldRow row, CancellationToken cancellationToken)
    {
        var session = new SessionId(row.SessionId);
        var seal = await keys.OpenerAsync(session, Purpose.Audit, cancellationToken);
        return new LegalHold(
            row.Id, session, new DateTimeOffset(row.PlacedAt, TimeSpan.Zero), row.PlacedBy, seal.Open(row.Reason, SealedPlace.Hold(row.Id)),
            row.LiftedAt is { } lifted ? new DateTimeOffset(lifted, TimeSpan.Zero) : null, row.LiftedBy,
            seal.Open(row.LiftReason, SealedPlace.Hold(row.Id)));
    }

    // A session of before audits were sealed gets its key here.
    private async Task<string> SealAsync(LegalHold hold, string reason) =>
        (await keys.SealAsync(hold.Session, Purpose.Audit, CancellationToken.None)).Seal(reason, SealedPlace.Hold(hold.Id))!;
}
