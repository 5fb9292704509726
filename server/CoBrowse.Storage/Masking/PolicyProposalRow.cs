namespace CoBrowse.Storage.Masking;

/// <summary>A policy on its way to becoming a version.</summary>
internal sealed class PolicyProposalRow
{
    public required Guid Id { get; init; }

    public required string Tenant { get; init; }

    public ProposalState State { get; set; }

    public required byte[] Document { get; set; }

    public required string Hash { get; set; }

    public required string Author { get; init; }

    public required string AuthorName { get; init; }

    public long At { get; set; }

    public string? Note { get; set; }

    public int BasedOn { get; set; }

    public string? DecidedBy { get; set; }

    public long? DecidedAt { get; set; }

    public string? Reason { get; set; }

    public int? Version { get; set; }
}
