using System.Text.Json;
using CoBrowse.Sessions;
using Microsoft.EntityFrameworkCore;

namespace CoBrowse.Storage.Tenants;

/// <summary>Where administrators have stopped the snippet.</summary>
public sealed class SnippetSwitchStore(IDbContextFactory<CoBrowseContext> contexts, TenantLedger ledger)
{
    /// <summary>All tenants' switches that were ever set.</summary>
    public async Task<IReadOnlyDictionary<TenantId, SnippetSwitch>> ReadAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await context.SnippetSwitches.AsNoTracking().ToListAsync(cancellationToken);
        return rows.ToDictionary(
            row => new TenantId(row.Tenant),
            row => new SnippetSwitch(row.Off, JsonSerializer.Deserialize<string[]>(row.Pages) ?? [], row.Percent));
    }

    /// <summary>Sets a tenant's switch.</summary>
    public Task SaveAsync(SnippetSwitch stopped, TenantAct act) => ledger.WriteAsync(act, async context =>
    {
        var row = await context.SnippetSwitches.FirstOrDefaultAsync(row => row.Tenant == act.Tenant.Value);
        if (row is null)
            context.SnippetSwitches.Add(row = new SnippetSwitchRow { Tenant = act.Tenant.Value, Pages = string.Empty });
        (row.Off, row.Pages, row.Percent) = (stopped.Off, JsonSerializer.Serialize(stopped.Pages), stopped.Percent);
    });
}
