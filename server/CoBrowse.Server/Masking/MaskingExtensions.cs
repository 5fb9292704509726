using CoBrowse.Storage.Masking;
using CoBrowse.Storage.Tenants;

namespace CoBrowse.Server.Masking;

internal static class MaskingExtensions
{
    public static void AddMasking(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<TenantLedger>();
        services.AddSingleton<PolicyStore>();
        services.AddSingleton<ProposalStore>();
        services.AddSingleton<PolicyDesk>();
        services.AddSingleton<PolicySigner>();
        services.AddSingleton<TenantPolicies>();
        services.AddHostedService<PolicyNews>();
    }
}
