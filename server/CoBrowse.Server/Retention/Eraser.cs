using CoBrowse.Protocol;
using CoBrowse.Server.Assets;
using CoBrowse.Server.Identity;
using CoBrowse.Server.Tenants;
using CoBrowse.Sessions;
using CoBrowse.Storage;
using CoBrowse.Storage.Keys;
using CoBrowse.Storage.Retention;
using CoBrowse.Storage.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CoBrowse.Server.Retention;

/// <summary>Erases sessions: their keys, then the files that were under them, then what the database's log still has.</summary>
internal sealed class Eraser(
    ErasureStore erasures,
    AssetStore assets,
    TenantRegistry tenants,
    IDbContextFactory<CoBrowseContext> contexts,
    IOptions<RetentionSweepOptions> options,
    TimeProvider time,
    ILogger<Eraser> logger)
{
    /// <summary>Erases one session of the administrator's tenant. The purposes are those that a tenant sets times for.</summary>
    public async Task<Refusal?> EraseAsync(Administrator who, SessionId session, bool keepAudit, string reference)
    {
        if (await erasures.EraseAsync(who.Tenant, session, keepAudit, who.Subject, reference) is { } refusal)
            return refusal;
        assets.Remove(session);
        await ForgetAsync(CancellationToken.None);
        logger.ErasedOnRequest(session, who.Tenant);
        return null;
    }

    /// <summary>Erases all that is due, in batches.</summary>
    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        foreach (var tenant in await erasures.TenantsAsync(cancellationToken))
        {
            foreach (var purpose in ErasureStore.Everything)
                await SweepAsync(tenant, purpose, cancellationToken);
        }

        await ForgetAsync(cancellationToken);
    }

    private async Task SweepAsync(TenantId tenant, Purpose purpose, CancellationToken cancellationToken)
    {
        var endedBy = time.GetUtcNow() - tenants.RetentionOf(tenant).For(purpose);
        var total = 0;
        for (var looked = options.Value.Batch; looked == options.Value.Batch && !cancellationToken.IsCancellationRequested;)
        {
            var (sessions, erased) = await erasures.EraseDueAsync(tenant, purpose, endedBy, options.Value.Batch);
            if (purpose == Purpose.Assets)
            {
                foreach (var session in sessions)
                    assets.Remove(session);
            }

            (looked, total) = (sessions.Count, total + erased);
        }

        if (total > 0)
            logger.Swept(tenant, purpose, total);
    }

    private async Task ForgetAsync(CancellationToken cancellationToken)
    {
        if (!await SqliteStorage.ForgetErasedAsync(contexts, cancellationToken))
            logger.NotForgottenYet();
    }
}
