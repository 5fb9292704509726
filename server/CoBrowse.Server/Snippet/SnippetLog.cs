using CoBrowse.Sessions;

namespace CoBrowse.Server.Snippet;

internal static partial class SnippetLog
{
    [LoggerMessage(1, LogLevel.Warning, "The snippet of {Tenant} was switched: off {Off}, {Pages} page patterns, {Percent} % of browsers.")]
    public static partial void Switched(this ILogger logger, TenantId tenant, bool off, int pages, int percent);

    [LoggerMessage(2, LogLevel.Error, "Sessions of a tenant whose snippet is off could not be ended; the next look tries again.")]
    public static partial void NotEnded(this ILogger logger, Exception error);
}
