using CoBrowse.Sessions;
using CoBrowse.Storage.Keys;

namespace CoBrowse.Server.Retention;

internal static partial class RetentionLog
{
    [LoggerMessage(1, LogLevel.Information, "What was kept of {Count} sessions of {Tenant} for {Purpose} is erased: its time was over.")]
    public static partial void Swept(this ILogger logger, TenantId tenant, Purpose purpose, int count);

    [LoggerMessage(2, LogLevel.Error, "What is due could not be erased; the next round tries again.")]
    public static partial void SweepFailed(this ILogger logger, Exception error);

    [LoggerMessage(4, LogLevel.Information, "The database's log still has what was there before an erasure, since somebody reads; the next round tries again.")]
    public static partial void NotForgottenYet(this ILogger logger);

    [LoggerMessage(3, LogLevel.Information, "Session {Session} of {Tenant} was erased at an administrator's request.")]
    public static partial void ErasedOnRequest(this ILogger logger, SessionId session, TenantId tenant);
}
