namespace CoBrowse.Storage.Retention;

/// <summary>Keeps a session from being erased until it is lifted. The reasons are sealed by the key of its audit.</summary>
internal sealed class LegalHoldRow
{
    public required Guid Id { get; init; }

    public required string Tenant { get; init; }

    public required Guid SessionId { get; init; }

    public required long PlacedAt { get; init; }

    public required string PlacedBy { get; init; }

    public required string Reason { get; init; }

    public long? LiftedAt { get; set; }

    public string? LiftedBy { get; set; }

    public string? LiftReason { get; set; }
}
