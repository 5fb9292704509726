using CoBrowse.Sessions;

namespace CoBrowse.Storage.Masking;

/// <summary>
/// A version of a tenant's masking policy as it was written. <paramref name="Hash"/> is the SHA-256 of the document's
/// exact bytes, lower-case hex; <paramref name="Approver"/> is the second person, where one was needed.
/// </summary>
public sealed record StoredPolicy(
    TenantId Tenant,
    int Number,
    ReadOnlyMemory<byte> Document,
    string Hash,
    string Source,
    string Author,
    DateTimeOffset At,
    string? Approver,
    string? Note,
    ReadOnlyMemory<byte> Signature);
