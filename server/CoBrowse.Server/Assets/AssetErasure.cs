using CoBrowse.Server.Sessions;
using CoBrowse.Server.Tenants;
using CoBrowse.Sessions;
using CoBrowse.Storage.Retention;

namespace CoBrowse.Server.Assets;

/// <summary>
/// Erases the assets of sessions that have ended: at once, and at start what a crash left behind. What a tenant keeps for
/// longer, or a legal hold keeps, the retention erases later.
/// </summary>
internal sealed class AssetErasure(
    AssetStore assets, ErasureStore erasures, TenantRegistry tenants, IServiceProvider services, ILogger<AssetErasure> logger) : IHostedService
{
    public void Begin(Session ended)
    {
        assets.Ended(ended.Id);
        _ = EraseAsync(ended.Tenant, ended.Id);
    }

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var sessions = services.GetRequiredService<SessionDirectory>();
        foreach (var session in assets.Sessions().Where(session => sessions.Find(session) is null).ToList())
        {
            // Of one that was never written, nothing is kept.
            if (await erasures.TenantOfAsync(session, cancellationToken) is { } tenant)
                await EraseAsync(tenant, session);
            else
                await EraseAsync(session);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private Task EraseAsync(TenantId tenant, SessionId session) =>
        tenants.RetentionOf(tenant).Assets > TimeSpan.Zero ? Task.CompletedTask : EraseAsync(session);

    private async Task EraseAsync(SessionId session)
    {
        try
        {
            if (await erasures.EndAssetsAsync(session))
                assets.Remove(session);
        }
        catch (Exception error)
        {
            logger.ErasureFailed(session, error);
        }
    }
}
