using Microsoft.Extensions.Options;

namespace CoBrowse.Server.Retention;

/// <summary>Erases what is due when the node starts, and from time to time.</summary>
internal sealed class RetentionSweep(
    Eraser eraser, IOptions<RetentionSweepOptions> options, TimeProvider time, ILogger<RetentionSweep> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var round = new PeriodicTimer(options.Value.Interval, time);
        try
        {
            do
                await SweepAsync(stoppingToken);
            while (await round.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The node stops; what is left is due at its next start.
        }
    }

    private async Task SweepAsync(CancellationToken cancellationToken)
    {
        try
        {
            await eraser.SweepAsync(cancellationToken);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            logger.SweepFailed(error);
        }
    }
}
