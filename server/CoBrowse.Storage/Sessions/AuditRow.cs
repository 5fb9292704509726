namespace CoBrowse.Storage.Sessions;

/// <summary>One line of the audit chain. The actor, other than the customer, and the detail are sealed by the session's key for it.</summary>
internal sealed class AuditRow
{
    public required Guid SessionId { get; init; }

    public required int Sequence { get; init; }

    public required long At { get; init; }

    public required string Kind { get; init; }

    public required string? Actor { get; init; }

    public required string? Detail { get; init; }

    public required string Previous { get; init; }

    public required string Hash { get; init; }
}
