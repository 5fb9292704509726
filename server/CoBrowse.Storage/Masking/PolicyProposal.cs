using CoBrowse.Sessions;

namespace CoBrowse.Storage.Masking;

/// <summary>
/// A policy that an administrator works on or has proposed. <paramref name="BasedOn"/> is the version that it was
/// compared with when it was proposed, <paramref name="Version"/> the one that it became.
/// </summary>
public sealed record PolicyProposal(
    Guid Id,
    TenantId Tenant,
    ProposalState State,
    ReadOnlyMemory<byte> Document,
    string Hash,
    string Author,
    string AuthorName,
    DateTimeOffset At,
    string? Note,
    int BasedOn,
    string? DecidedBy,
    DateTimeOffset? DecidedAt,
    string? Reason,
    int? Version);
