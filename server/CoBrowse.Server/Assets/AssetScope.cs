using CoBrowse.Sessions;

namespace CoBrowse.Server.Assets;

/// <summary>Whose an asset is: one session's, or, where the page fetched it without credentials, the whole tenant's.</summary>
internal abstract record AssetScope(TenantId Tenant)
{
    /// <summary>Seen by the session's participants only, and erased with it.</summary>
    internal sealed record OfSession(TenantId Tenant, SessionId Session) : AssetScope(Tenant);

    /// <summary>Shared by the tenant's sessions.</summary>
    internal sealed record Public(TenantId Tenant) : AssetScope(Tenant);
}
