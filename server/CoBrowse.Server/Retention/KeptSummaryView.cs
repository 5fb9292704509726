using CoBrowse.Storage.Retention;

namespace CoBrowse.Server.Retention;

/// <summary>A session that is over and of which something is kept. Times are in Unix milliseconds, UTC.</summary>
internal sealed record KeptSummaryView(string SessionId, long CreatedAt, long EndedAt, bool Held)
{
    public static KeptSummaryView Of(KeptSummary session) => new(
        session.Id.ToString(), session.CreatedAt.ToUnixTimeMilliseconds(), session.EndedAt.ToUnixTimeMilliseconds(), session.IsHeld);
}
