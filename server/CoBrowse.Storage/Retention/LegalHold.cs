using CoBrowse.Sessions;

namespace CoBrowse.Storage.Retention;

/// <summary>Keeps a session from being erased until it is lifted. A reason is null where it is erased, or was never given.</summary>
public sealed record LegalHold(
    Guid Id,
    SessionId Session,
    DateTimeOffset PlacedAt,
    string PlacedBy,
    string? Reason,
    DateTimeOffset? LiftedAt,
    string? LiftedBy,
    string? LiftReason);
