using System.Globalization;
using CoBrowse.Sessions;
using CoBrowse.Storage.Tenants;
using Microsoft.EntityFrameworkCore;

namespace CoBrowse.Storage.Masking;

/// <summary>The versions of tenants' masking policies. Nothing here is trusted: whoever reads checks the signature.</summary>
public sealed class PolicyStore(IDbContextFactory<CoBrowseContext> contexts, TenantLedger ledger)
{
    private const string Table = "policy_versions";

    /// <summary>All versions of a tenant, the oldest first.</summary>
    /// <exception cref="UnreadableRowsException">They were tampered with.</exception>
    public Task<IReadOnlyList<StoredPolicy>> ReadAsync(TenantId tenant, CancellationToken cancellationToken) =>
        UnreadableRowsException.TellAsync<IReadOnlyList<StoredPolicy>>(Table, async () =>
        {
            await using var context = await contexts.CreateDbContextAsync(cancellationToken);
            var rows = await context.PolicyVersions.AsNoTracking()
                .Where(row => row.Tenant == tenant.Value)
                .OrderBy(row => row.Number)
                .ToListAsync(cancellationToken);
            return [.. rows.Select(Read)];
        });

    /// <summary>The newest version as the tenant's audit tells of it; null where it tells of none, or not as it was written.</summary>
    /// <exception cref="UnreadableRowsException">The audit was tampered with.</exception>
    public async Task<(int Number, string Hash)?> NewestPublishedAsync(TenantId tenant, CancellationToken cancellationToken) =>
        await ledger.LastAsync(tenant, TenantAuditEntry.PolicyPublished, cancellationToken) is { } last && last.IsWhole() ? last.Published() : null;

    /// <summary>The highest number that a version or the audit of versions has, as far as they can be read; 0 where there is none.</summary>
    public async Task<int> HighestNumberAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        var published = await OrNoneAsync(async () => (await NewestPublishedAsync(tenant, cancellationToken))?.Number);
        var stored = await OrNoneAsync(() => UnreadableRowsException.TellAsync(Table, async () =>
        {
            await using var context = await contexts.CreateDbContextAsync(cancellationToken);
            return await context.PolicyVersions
                .Where(row => row.Tenant == tenant.Value && row.Number <= int.MaxValue)
                .MaxAsync(row => (int?)row.Number, cancellationToken);
        }));
        return Math.Max(stored, published);
    }

    /// <summary>Appends a version, and its line in the tenant's audit. Throws where another one took its number meanwhile.</summary>
    public Task AddAsync(StoredPolicy version) => ledger.WriteAsync(
        new TenantAct(
            version.Tenant,
            TenantAuditEntry.PolicyPublished,
            version.Author,
            string.Create(CultureInfo.InvariantCulture, $"{version.Number} {version.Hash} {version.Source} {version.Approver ?? "-"}")),
        context =>
        {
            context.PolicyVersions.Add(NewRow(version));
            return Task.CompletedTask;
        });

    private static async Task<int> OrNoneAsync(Func<Task<int?>> read)
    {
        try
        {
            return await read() ?? 0;
        }
        catch (UnreadableRowsException)
        {
            return 0;
        }
    }

    private static PolicyVersionRow NewRow(StoredPolicy version) => new()
    {
        Tenant = version.Tenant.Value,
        Number = version.Number,
        Document = version.Document.ToArray(),
        Hash = version.Hash,
        Source = version.Source,
        Author = version.Author,
        At = version.At.UtcTicks,
        Approver = version.Approver,
        Note = version.Note,
        Signature = version.Signature.ToArray(),
    };

    private static StoredPolicy Read(PolicyVersionRow row) => new(
        new TenantId(row.Tenant),
        row.Number,
        row.Document,
        row.Hash,
        row.Source,
        row.Author,
        // A time that is none must not keep the row from being read, and found to be false.
        new DateTimeOffset(Math.Clamp(row.At, DateTimeOffset.MinValue.Ticks, DateTimeOffset.MaxValue.Ticks), TimeSpan.Zero),
        row.Approver,
        row.Note,
        row.Signature);
}
