using CoBrowse.Server.Tenants;
using CoBrowse.Storage.Keys;
using CoBrowse.Storage.Retention;

namespace CoBrowse.Server.Retention;

/// <summary>
/// What is kept of a session. Times are in Unix milliseconds, UTC. <see cref="PlainEntries"/> of its audit were written
/// by an earlier version, unsealed, and cannot be erased.
/// </summary>
internal sealed record KeptSessionView(
    string SessionId, long CreatedAt, long? EndedAt, bool Held, IReadOnlyList<KeptView> Kept, int PlainEntries, IReadOnlyList<HoldView> Holds)
{
    public static KeptSessionView Of(KeptSession session, RetentionOptions options)
    {
        KeptView View(Purpose purpose, DateTimeOffset? erasedAt) => new(
            purpose.ToString().ToLowerInvariant(),
            (session.EndedAt + options.For(purpose))?.ToUnixTimeMilliseconds(),
            erasedAt?.ToUnixTimeMilliseconds());

        return new KeptSessionView(
            session.Id.ToString(),
            session.CreatedAt.ToUnixTimeMilliseconds(),
            session.EndedAt?.ToUnixTimeMilliseconds(),
            session.Holds.Any(hold => hold.LiftedAt is null),
            [View(Purpose.Assets, session.AssetsErasedAt), View(Purpose.Session, session.SessionErasedAt), View(Purpose.Audit, session.AuditErasedAt)],
            session.PlainEntries,
            [.. session.Holds.Select(HoldView.Of)]);
    }
}
