using CoBrowse.Protocol;
using CoBrowse.Sessions;

namespace CoBrowse.Server.Sessions;

internal static partial class SessionLog
{
    [LoggerMessage(1, LogLevel.Information, "Session {Session} of {Tenant} was opened.")]
    public static partial void Opened(this ILogger logger, SessionId session, TenantId tenant);

    [LoggerMessage(2, LogLevel.Information, "Session {Session}: {Before} → {After}.")]
    public static partial void Moved(this ILogger logger, SessionId session, SessionState before, SessionState after);

    [LoggerMessage(3, LogLevel.Error, "Session {Session}: a change could not be written.")]
    public static partial void ChangeFailed(this ILogger logger, SessionId session, Exception error);

    [LoggerMessage(4, LogLevel.Debug, "A browser could not be told.")]
    public static partial void SendFailed(this ILogger logger, Exception error);

    [LoggerMessage(5, LogLevel.Error, "The assets of session {Session} could not be erased; the next start tries again.")]
    public static partial void ErasureFailed(this ILogger logger, SessionId session, Exception error);
}
