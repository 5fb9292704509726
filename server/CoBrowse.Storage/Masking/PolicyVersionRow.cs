namespace CoBrowse.Storage.Masking;

/// <summary>One version of a tenant's masking policy. Written once, never changed.</summary>
internal sealed class PolicyVersionRow
{
    public required string Tenant { get; init; }

    public required int Number { get; init; }

    public required byte[] Document { get; init; }

    public required string Hash { get; init; }

    public required string Source { get; init; }

    public required string Author { get; init; }

    public required long At { get; init; }

    public required string? Approver { get; init; }

    public required string? Note { get; init; }

    public required byte[] Signature { get; init; }
}
