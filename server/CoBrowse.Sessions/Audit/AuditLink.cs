namespace CoBrowse.Sessions;

/// <summary>What of an entry holds a chain together, whatever the chain is about.</summary>
/// <param name="Sequence">Its place, from 1.</param>
/// <param name="Previous">The hash of the entry before it.</param>
/// <param name="Hash">Its own hash, as it is stored.</param>
/// <param name="IsWhole">Whether it says what it said when it was written, as far as its own hash tells.</param>
public readonly record struct AuditLink(int Sequence, string Previous, string Hash, bool IsWhole)
{
    /// <summary>Of an entry in a session's audit.</summary>
    public static AuditLink Of(AuditEntry entry) => new(entry.Sequence, entry.Previous, entry.Hash, AuditChain.IsWhole(entry));

    /// <summary>Of an entry in a tenant's audit.</summary>
    public static AuditLink Of(TenantAuditEntry entry) => new(entry.Sequence, entry.Previous, entry.Hash, entry.IsWhole());
}
