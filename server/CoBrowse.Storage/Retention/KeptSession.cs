using CoBrowse.Sessions;

namespace CoBrowse.Storage.Retention;

/// <summary>
/// What is still kept of a session, without what it says. <paramref name="PlainEntries"/> counts the entries of its audit
/// that an earlier version wrote unsealed, which stay.
/// </summary>
public sealed record KeptSession(
    SessionId Id,
    DateTimeOffset CreatedAt,
    DateTimeOffset? EndedAt,
    DateTimeOffset? AssetsErasedAt,
    DateTimeOffset? SessionErasedAt,
    DateTimeOffset? AuditErasedAt,
    int PlainEntries,
    IReadOnlyList<LegalHold> Holds);
