using CoBrowse.Sessions;

namespace CoBrowse.Server.Masking;

/// <summary>Versions and hashes only: what a policy says stays out of the log.</summary>
internal static partial class MaskingLog
{
    [LoggerMessage(1, LogLevel.Information, "The masking policy of {Tenant} is version {Version}, {Hash}.")]
    public static partial void Published(this ILogger logger, TenantId tenant, int version, string hash);

    [LoggerMessage(2, LogLevel.Critical, "Version {Version} of the masking policy of {Tenant} is not what was signed: everything is masked until an administrator makes another.")]
    public static partial void NotVouchedFor(this ILogger logger, TenantId tenant, int version);

    [LoggerMessage(3, LogLevel.Critical, "Version {Version} of the masking policy of {Tenant} is signed, but this server does not understand it: everything is masked until an administrator makes another.")]
    public static partial void NotUnderstood(this ILogger logger, TenantId tenant, int version);

    [LoggerMessage(4, LogLevel.Critical, "The masking policy of {Tenant} could not be read (table {Table}): everything is masked.")]
    public static partial void Unreadable(this ILogger logger, TenantId tenant, string table);

    [LoggerMessage(5, LogLevel.Error, "The configuration changed, and the masking policies could not follow.")]
    public static partial void NotTakenUp(this ILogger logger, Exception error);

    [LoggerMessage(6, LogLevel.Critical, "The newest masking policy of {Tenant} is version {Version}, and its audit tells of version {Published}: one was removed or put there, and everything is masked until an administrator makes another.")]
    public static partial void NotInAudit(this ILogger logger, TenantId tenant, int version, int published);
}
