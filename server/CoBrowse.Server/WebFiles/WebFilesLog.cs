namespace CoBrowse.Server.WebFiles;

internal static partial class WebFilesLog
{
    [LoggerMessage(20, LogLevel.Warning, "The web files of '{Part}' are missing: {Folder} was not built.")]
    public static partial void NotBuilt(this ILogger logger, string part, string folder);
}
