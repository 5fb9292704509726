namespace CoBrowse.Server.Assets;

internal static partial class AssetLog
{
    [LoggerMessage(30, LogLevel.Warning, "Public assets could not be swept; the next hour tries again.")]
    public static partial void SweepFailed(this ILogger logger, Exception error);
}
