using CoBrowse.Sessions;

namespace CoBrowse.Server.Tenants;

internal static partial class TenantLog
{
    [LoggerMessage(1, LogLevel.Warning, "A page at {Origin} was refused: no tenant has this origin. If the page is yours, add it to Tenants:<tenant>:Origins.")]
    public static partial void UnknownOrigin(this ILogger logger, string origin);

    [LoggerMessage(2, LogLevel.Warning, "A page without an origin was refused: it was opened from a file or in a sandbox. Serve it over http or https.")]
    public static partial void NoOrigin(this ILogger logger);

    [LoggerMessage(3, LogLevel.Warning, "A page at {Origin} names a tenant that is not configured. Its data-tenant must be one of the names under Tenants.")]
    public static partial void UnknownTenant(this ILogger logger, string origin);

    [LoggerMessage(4, LogLevel.Warning, "A page at {Origin} names the tenant {Tenant}, whose portal is elsewhere. If the page is theirs, add it to Tenants:{Tenant}:Origins.")]
    public static partial void OtherOrigin(this ILogger logger, string origin, TenantId tenant);
}
