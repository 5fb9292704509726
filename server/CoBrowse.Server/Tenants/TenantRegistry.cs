using System.Text.Json;
using CoBrowse.Sessions;
using Microsoft.Extensions.Options;

namespace CoBrowse.Server.Tenants;

/// <summary>The tenants of this node, as the configuration is now.</summary>
internal sealed class TenantRegistry(IOptionsMonitor<TenantsOptions> options)
{
    public TenantOptions? Find(TenantId tenant) => options.CurrentValue.Tenants.GetValueOrDefault(tenant.Value);

    public IReadOnlyDictionary<string, TenantOptions> All => options.CurrentValue.Tenants;

    /// <summary>Whether the tenant's portal may be at <paramref name="origin"/>.</summary>
    public bool Allows(TenantId tenant, string origin) => Find(tenant) is { } found && Allows(found, origin);

    /// <summary>Whether any tenant's portal may be there. A CORS preflight names no tenant.</summary>
    public bool AnyAllows(string origin) => options.CurrentValue.Tenants.Values.Any(tenant => Allows(tenant, origin));

    /// <summary>Whether this agent was put out.</summary>
    public bool IsDisabled(TenantId tenant, string subject) =>
        Find(tenant) is not { } found || found.DisabledAgents.Contains(subject, StringComparer.Ordinal);

    /// <summary>The masking policy as JSON, as customers' browsers read it.</summary>
    public string PolicyOf(TenantId tenant)
    {
        var masking = Find(tenant)?.Masking ?? new MaskingOptions();
        return JsonSerializer.Serialize(
            new { version = 1, text = masking.Text, allow = masking.Allow, mask = masking.Mask, block = masking.Block });
    }

    private static bool Allows(TenantOptions tenant, string origin) =>
        tenant.Origins.Any(pattern => OriginPattern.Parse(pattern) is { } allowed && allowed.Matches(origin));
}
