using CoBrowse.Sessions;
using Microsoft.EntityFrameworkCore;

namespace CoBrowse.Storage.Tenants;

/// <summary>Writes changes of tenants, each with its line in the tenant's audit: both or neither.</summary>
public sealed class TenantLedger(IDbContextFactory<CoBrowseContext> contexts, TimeProvider time) : IDisposable
{
    private const string Table = "tenant_audit";
    private readonly SemaphoreSlim gate = new(1, 1);

    /// <summary>The audit of one tenant, from the first entry on.</summary>
    /// <exception cref="UnreadableRowsException">It was tampered with.</exception>
    public Task<IReadOnlyList<TenantAuditEntry>> ReadAsync(TenantId tenant, CancellationToken cancellationToken) =>
        UnreadableRowsException.TellAsync<IReadOnlyList<TenantAuditEntry>>(Table, async () =>
        {
            await using var context = await contexts.CreateDbContextAsync(cancellationToken);
            var rows = await context.TenantAudit.AsNoTracking()
                .Where(row => row.Tenant == tenant.Value)
                .OrderBy(row => row.Sequence)
                .ToListAsync(cancellationToken);
            return [.. rows.Select(Read)];
        });

    /// <summary>The last entry of this kind.</summary>
    /// <exception cref="UnreadableRowsException">It was tampered with.</exception>
    public Task<TenantAuditEntry?> LastAsync(TenantId tenant, string kind, CancellationToken cancellationToken) =>
        UnreadableRowsException.TellAsync(Table, async () =>
        {
            await using var context = await contexts.CreateDbContextAsync(cancellationToken);
            return await LastAsync(context.TenantAudit.Where(row => row.Tenant == tenant.Value && row.Kind == kind), cancellationToken);
        });

    /// <summary>Writes down what changed nothing in the database.</summary>
    public Task NoteAsync(TenantAct act) => WriteAsync(act, _ => Task.CompletedTask);

    /// <inheritdoc/>
    public void Dispose() => gate.Dispose();

    /// <summary>Does <paramref name="change"/> and writes the act down. A caller that hangs up leaves no half of it.</summary>
    internal Task WriteAsync(TenantAct act, Func<CoBrowseContext, Task> change) => WriteAsync(async context =>
    {
        await change(context);
        return act;
    });

    /// <summary>The same, where only the change itself can tell what was done; null: nothing to write down.</summary>
    internal async Task WriteAsync(Func<CoBrowseContext, Task<TenantAct?>> change)
    {
        await gate.WaitAsync();
        try
        {
            await using var context = await contexts.CreateDbContextAsync();
            if (await change(context) is { } act)
                await AppendAsync(context, act);
            await context.SaveChangesAsync();
        }
        finally
        {
            gate.Release();
        }
    }

    private async Task AppendAsync(CoBrowseContext context, TenantAct act)
    {
        var last = await UnreadableRowsException.TellAsync(
            Table, () => LastAsync(context.TenantAudit.Where(row => row.Tenant == act.Tenant.Value), CancellationToken.None));
        var entry = TenantAuditEntry.After(
            last, act.Tenant, time.GetUtcNow(), act.Kind, act.Actor, act.Detail);
        context.TenantAudit.Add(new TenantAuditRow
        {
            Tenant = entry.Tenant.Value,
            Sequence = entry.Sequence,
            At = entry.At.UtcTicks,
            Kind = entry.Kind,
            Actor = entry.Actor,
            Detail = entry.Detail,
            Previous = entry.Previous,
            Hash = entry.Hash,
        });
    }

    private static async Task<TenantAuditEntry?> LastAsync(IQueryable<TenantAuditRow> rows, CancellationToken cancellationToken) =>
        await rows.AsNoTracking().OrderByDescending(row => row.Sequence).FirstOrDefaultAsync(cancellationToken) is { } last ? Read(last) : null;

    private static TenantAuditEntry Read(TenantAuditRow row) => new(
        new TenantId(row.Tenant), row.Sequence, new DateTimeOffset(row.At, TimeSpan.Zero), row.Kind, row.Actor, row.Detail, row.Previous, row.Hash);
}
