using System.Globalization;
using CoBrowse.Sessions;
using CoBrowse.Storage.Tenants;
using Microsoft.EntityFrameworkCore;

namespace CoBrowse.Storage.Masking;

/// <summary>The versions of tenants' masking policies. Nothing here is trusted: whoever reads checks the signature.</summary>
public sealed class PolicyStore(IDbContextFactory<CoBrowseContext> contexts, TenantLedger ledger)
{
    /// <summary>All versions of a tenant, the oldest first.</summary>
    public async Task<IReadOnlyList<StoredPolicy>> ReadAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await context.PolicyVersions.AsNoTracking()
            .Where(row => row.Tenant == tenant.Value)
            .OrderBy(row => row.Number)
            .ToListAsync(cancellationToken);
        return [.. rows.Select(Read)];
    }

    /// <summary>The number of a tenant's newest version, whatever else its row says; 0 where there is none.</summary>
    public async Task<int> NewestNumberAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.PolicyVersions.Where(row => row.Tenant == tenant.Value).MaxAsync(row => (int?)row.Number, cancellationToken) ?? 0;
    }

    /// <summary>Appends a version, and its line in the tenant's audit. Throws where another one took its number meanwhile.</summary>
    public Task AddAsync(StoredPolicy version) => ledger.WriteAsync(
        new TenantAct(
            version.Tenant,
            "policy-published",
            version.Author,
            string.Create(CultureInfo.InvariantCulture, $"{version.Number} {version.Hash} {version.Source} {version.Approver ?? "-"}")),
        context =>
        {
            context.PolicyVersions.Add(NewRow(version));
            return Task.CompletedTask;
        });

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
