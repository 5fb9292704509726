namespace CoBrowse.Server.Tenants;

/// <summary>Section <c>Tenants</c>, by tenant id.</summary>
internal sealed class TenantsOptions
{
    /// <summary>The tenants.</summary>
    public Dictionary<string, TenantOptions> Tenants { get; set; } = new(StringComparer.Ordinal);
}
