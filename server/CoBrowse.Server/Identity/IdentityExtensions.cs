using CoBrowse.Server.Tenants;
using CoBrowse.Sessions;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;

namespace CoBrowse.Server.Identity;

internal static class IdentityExtensions
{
    private const string NobodyScheme = "nobody";

    public static void AddIdentity(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<CustomerTokens>();
        builder.Services.AddSingleton<TokenStanding>();
        var authentication = builder.Services.AddAuthentication(Policies.Bearer)
            .AddPolicyScheme(Policies.Bearer, null, options => options.ForwardDefaultSelector = Select)
            .AddJwtBearer(Policies.CustomerScheme, _ => { })
            // A token of no issuer that we know: checked against nothing, so never accepted.
            .AddJwtBearer(NobodyScheme, bearer => bearer.Configuration = new());

        builder.Services.AddOptions<JwtBearerOptions>(Policies.CustomerScheme).Configure<CustomerTokens>(ConfigureCustomers);
        foreach (var section in builder.Configuration.GetSection("Tenants").GetChildren())
        {
            var tenant = new TenantId(section.Key);
            var scheme = AgentSchemes.SchemeOf(section.Key);
            authentication.AddJwtBearer(scheme, _ => { });
            builder.Services.AddOptions<JwtBearerOptions>(scheme).Configure<IOptions<TenantsOptions>, IServiceProvider>(
                (bearer, tenants, services) =>
                    AgentSchemes.Configure(bearer, tenant, tenants.Value.Tenants[tenant.Value], services));
        }

        builder.Services.AddAuthorization(Policies.Add);
    }

    private static void ConfigureCustomers(JwtBearerOptions bearer, CustomerTokens tokens)
    {
        bearer.MapInboundClaims = false;
        bearer.TokenValidationParameters = tokens.Validation;
        bearer.Events = new JwtBearerEvents
        {
            OnTokenValidated = context =>
            {
                if (CustomerTokens.Read((JsonWebToken)context.SecurityToken) is { } customer)
                    context.Principal = customer.ToPrincipal(context.Scheme.Name);
                else
                    context.Fail("The token names no session.");
                return Task.CompletedTask;
            },
        };
    }

    private static string Select(HttpContext context)
    {
        const string prefix = "Bearer ";
        string? header = context.Request.Headers.Authorization;
        if (header is null || !header.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
            return NobodyScheme;
        JsonWebToken token;
        try
        {
            token = new JsonWebToken(header[prefix.Length..].Trim());
        }
        catch (ArgumentException)
        {
            return NobodyScheme;
        }

        return token.Issuer == CustomerTokens.Issuer
            ? Policies.CustomerScheme
            : AgentSchemes.Select(token, context.RequestServices.GetRequiredService<TenantRegistry>()) ?? NobodyScheme;
    }
}
