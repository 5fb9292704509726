using CoBrowse.Sessions;

namespace CoBrowse.Server.Identity;

internal static partial class IdentityLog
{
    [LoggerMessage(1, LogLevel.Warning, "The issuer of {Tenant} could not be asked whether an agent's token still stands ({Error}). It goes on until it ends.")]
    public static partial void IssuerNotAsked(this ILogger logger, TenantId tenant, string error);

    [LoggerMessage(2, LogLevel.Warning, "A token that names a customer of {Tenant} was refused ({Error}). If the portal sends it, compare its iss, aud, exp and key with Tenants:{Tenant}:Customers.")]
    public static partial void IdentityRefused(this ILogger logger, TenantId tenant, string error);
}
