using CoBrowse.Sessions;

namespace CoBrowse.Storage.Retention;

/// <summary>A session that is over and of which something is kept, to be found by its times.</summary>
public sealed record KeptSummary(SessionId Id, DateTimeOffset CreatedAt, DateTimeOffset EndedAt, bool IsHeld);
