using CoBrowse.Sessions;

namespace CoBrowse.Server.Masking;

/// <summary>One line of a tenant's audit. At is in Unix milliseconds, UTC.</summary>
internal sealed record AuditLine(int Sequence, long At, string Kind, string Actor, string? Detail, string Hash)
{
    public static AuditLine Of(TenantAuditEntry entry) =>
        new(entry.Sequence, entry.At.ToUnixTimeMilliseconds(), entry.Kind, entry.Actor, entry.Detail, entry.Hash);
}
