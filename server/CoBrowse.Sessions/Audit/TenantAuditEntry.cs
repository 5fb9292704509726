using System.Globalization;
using System.Security.Cryptography;

namespace CoBrowse.Sessions;

/// <summary>
/// One line of a tenant's audit: what its administrators did. <see cref="Hash"/> is the SHA-256 of
/// <see cref="Previous"/> and every field before it, so a line that was changed, dropped or moved breaks the chain.
/// </summary>
public sealed record TenantAuditEntry(
    TenantId Tenant, int Sequence, DateTimeOffset At, string Kind, string Actor, string? Detail, string Previous, string Hash)
{
    /// <summary>The entry that follows <paramref name="last"/>.</summary>
    public static TenantAuditEntry After(
        TenantAuditEntry? last, TenantId tenant, DateTimeOffset now, string kind, string actor, string? detail)
    {
        var entry = new TenantAuditEntry(
            tenant, (last?.Sequence ?? 0) + 1, now, kind, actor, detail, last?.Hash ?? AuditChain.Start, string.Empty);
        return entry with { Hash = HashOf(entry) };
    }

    /// <summary>The kind of the entries that tell of a new version of the masking policy.</summary>
    public const string PolicyPublished = "policy-published";

    /// <summary>Whether the entry says what it said when it was written, as far as its own hash tells.</summary>
    public bool IsWhole() => Hash == HashOf(this);

    /// <summary>The version of the masking policy that this entry tells of; null where it tells of none.</summary>
    public (int Number, string Hash)? Published() =>
        Kind == PolicyPublished && Detail?.Split(' ') is [var number, var hash, ..]
            && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? (version, hash)
            : null;

    /// <summary>Whether <paramref name="entries"/>, in order and from the first, are as they were written.</summary>
    public static bool Hold(IEnumerable<TenantAuditEntry> entries)
    {
        var (sequence, previous) = (1, AuditChain.Start);
        foreach (var entry in entries)
        {
            if (entry.Sequence != sequence++ || entry.Previous != previous || entry.Hash != HashOf(entry))
                return false;
            previous = entry.Hash;
        }

        return true;
    }

    private static string HashOf(TenantAuditEntry entry) => Convert.ToHexStringLower(SHA256.HashData(FieldBytes.Of(
        entry.Previous, entry.Tenant.Value, entry.Sequence.ToString(CultureInfo.InvariantCulture),
        entry.At.UtcTicks.ToString(CultureInfo.InvariantCulture), entry.Kind, entry.Actor, entry.Detail)));
}
