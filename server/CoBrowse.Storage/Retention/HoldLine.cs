using CoBrowse.Sessions;
using CoBrowse.Storage.Tenants;

namespace CoBrowse.Storage.Retention;

/// <summary>How a tenant's audit tells of a legal hold: its id, the session's, and the reason, sealed.</summary>
internal sealed record HoldLine(bool Placed, Guid Hold, string Session)
{
    private const string PlacedKind = "hold-placed";
    private const string LiftedKind = "hold-lifted";

    public static TenantAct Write(TenantId tenant, bool placed, LegalHold hold, string actor, string reason) =>
        new(tenant, placed ? PlacedKind : LiftedKind, actor, $"{hold.Id:N} {hold.Session} {reason}");

    /// <summary>Null: the entry tells of something else.</summary>
    public static HoldLine? Read(TenantAuditEntry entry) =>
        entry.Kind is PlacedKind or LiftedKind && entry.Detail?.Split(' ') is [var id, var session, _] && Guid.TryParseExact(id, "N", out var hold)
            ? new HoldLine(entry.Kind == PlacedKind, hold, session)
            : null;
}
