using CoBrowse.Server.Sessions;
using CoBrowse.Sessions;

namespace CoBrowse.Server.Assets;

/// <summary>Erases the assets of sessions that have ended: at once, and at start what a crash left behind.</summary>
internal sealed class AssetErasure(AssetStore assets, IServiceProvider services, ILogger<AssetErasure> logger) : IHostedService
{
    public void Begin(SessionId session) => _ = EraseAsync(session);

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var sessions = services.GetRequiredService<SessionDirectory>();
        foreach (var session in assets.Sessions().Where(session => sessions.Find(session) is null).ToList())
            await EraseAsync(session);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task EraseAsync(SessionId session)
    {
        try
        {
            await assets.EraseAsync(session, CancellationToken.None);
        }
        catch (Exception error)
        {
            logger.ErasureFailed(session, error);
        }
    }
}
