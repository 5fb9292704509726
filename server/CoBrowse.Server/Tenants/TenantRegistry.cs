using CoBrowse.Sessions;
using Microsoft.Extensions.Options;

namespace CoBrowse.Server.Tenants;

/// <summary>The tenants of this node, as the configuration is now.</summary>
internal sealed class TenantRegistry(IOptionsMonitor<TenantsOptions> options)
{
    public TenantOptions? Find(TenantId tenant) => options.CurrentValue.Tenants.GetValueOrDefault(tenant.Value);

    public IReadOnlyDictionary<string, TenantOptions> All => options.CurrentValue.Tenants;

    /// <summary>How long what is known of its sessions stays; of a tenant that is gone, as long as by default.</summary>
    public RetentionOptions RetentionOf(TenantId tenant) => Find(tenant)?.Retention ?? new RetentionOptions();

    /// <summary>Whether the tenant's portal may be at <paramref name="origin"/>.</summary>
    public bool Allows(TenantId tenant, string origin) => Find(tenant) is { } found && Allows(found, origin);

    /// <summary>Whether any tenant's portal may be there. A CORS preflight names no tenant.</summary>
    public bool AnyAllows(string origin) => options.CurrentValue.Tenants.Values.Any(tenant => Allows(tenant, origin));

    /// <summary>Whether this agent was put out.</summary>
    public bool IsDisabled(TenantId tenant, string subject) =>
        Find(tenant) is not { } found || found.DisabledAgents.Contains(subject, StringComparer.Ordinal);

    /// <summary>Calls <paramref name="changed"/> whenever the configuration was read anew.</summary>
    public IDisposable? OnChange(Action changed) => options.OnChange(_ => changed());

    private static bool Allows(TenantOptions tenant, string origin) =>
        tenant.Origins.Any(pattern => OriginPattern.Parse(pattern) is { } allowed && allowed.Matches(origin));
}
