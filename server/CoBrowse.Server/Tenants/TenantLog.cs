namespace CoBrowse.Server.Tenants;

internal static partial class TenantLog
{
    [LoggerMessage(1, LogLevel.Warning, "A page at {Origin} was refused: no tenant has this origin. If the page is yours, add it to Tenants:<tenant>:Origins.")]
    public static partial void UnknownOrigin(this ILogger logger, string origin);

    [LoggerMessage(2, LogLevel.Warning, "A page without an origin was refused: it was opened from a file or in a sandbox. Serve it over http or https.")]
    public static partial void NoOrigin(this ILogger logger);
}
