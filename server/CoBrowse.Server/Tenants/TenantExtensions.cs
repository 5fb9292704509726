using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.Extensions.Options;

namespace CoBrowse.Server.Tenants;

internal static class TenantExtensions
{
    public static void AddTenants(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<TenantsOptions>().Bind(builder.Configuration).ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<TenantsOptions>, TenantsValidation>();
        builder.Services.AddSingleton<TenantRegistry>();
        builder.Services.AddSingleton<RefusedPortals>();
        builder.Services.AddCors();
        builder.Services.AddSingleton<ICorsPolicyProvider, TenantCorsPolicy>();
    }

    public static void UseTenantCors(this WebApplication app) => app.UseCors();
}
