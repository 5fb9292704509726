namespace CoBrowse.Storage.Tenants;

/// <summary>One line of a tenant's audit chain: what its administrators did.</summary>
internal sealed class TenantAuditRow
{
    public required string Tenant { get; init; }

    public required int Sequence { get; init; }

    public required long At { get; init; }

    public required string Kind { get; init; }

    public required string Actor { get; init; }

    public required string? Detail { get; init; }

    public required string Previous { get; init; }

    public required string Hash { get; init; }
}
