using CoBrowse.Storage.Masking;

namespace CoBrowse.Server.Masking;

internal static class MaskingExtensions
{
    public static void AddMasking(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<PolicyStore>();
        services.AddSingleton<PolicySigner>();
        services.AddSingleton<TenantPolicies>();
        services.AddHostedService<PolicyNews>();
    }
}
