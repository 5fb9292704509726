using CoBrowse.Sessions;

namespace CoBrowse.Storage.Tenants;

/// <summary>What somebody did to a tenant, as its audit will say.</summary>
public sealed record TenantAct(TenantId Tenant, string Kind, string Actor, string? Detail);
