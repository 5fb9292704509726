using CoBrowse.Storage.Retention;

namespace CoBrowse.Server.Retention;

/// <summary>A legal hold. Times are in Unix milliseconds, UTC; a reason is null where it is erased with its session.</summary>
internal sealed record HoldView(
    Guid Id, string SessionId, long PlacedAt, string PlacedBy, string? Reason, long? LiftedAt, string? LiftedBy, string? LiftReason)
{
    public static HoldView Of(LegalHold hold) => new(
        hold.Id, hold.Session.ToString(), hold.PlacedAt.ToUnixTimeMilliseconds(), hold.PlacedBy, hold.Reason,
        hold.LiftedAt?.ToUnixTimeMilliseconds(), hold.LiftedBy, hold.LiftReason);
}
