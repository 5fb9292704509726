using CoBrowse.Server.DevelopmentIssuer;
using CoBrowse.Server.Tenants;
using CoBrowse.Sessions;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace CoBrowse.Server.Identity;

/// <summary>One bearer scheme for each tenant's issuer, and the choice between them by what a token claims to be.</summary>
internal static class AgentSchemes
{
    public static string SchemeOf(string tenant) => $"agent:{tenant}";

    /// <summary>Which scheme has to check this token. Nothing here is trusted yet; the scheme checks all of it.</summary>
    public static string? Select(JsonWebToken token, TenantRegistry tenants)
    {
        foreach (var (id, tenant) in tenants.All)
        {
            var issuer = tenant.Issuer;
            var isIssuer = issuer.Authority == IssuerOptions.Development
                ? DevelopmentIssuerEndpoints.IsIssuer(token.Issuer)
                : string.Equals(token.Issuer.TrimEnd('/'), issuer.Authority.TrimEnd('/'), StringComparison.Ordinal);
            if (isIssuer && (issuer.TenantClaim is not { } claim
                || AgentClaims.Values(token, claim).Contains(issuer.TenantValue ?? id)))
            {
                return SchemeOf(id);
            }
        }

        return null;
    }

    public static void Configure(
        JwtBearerOptions bearer, TenantId tenant, TenantOptions options, IServiceProvider services)
    {
        var issuer = options.Issuer;
        var time = services.GetRequiredService<TimeProvider>();
        bearer.MapInboundClaims = false;
        bearer.TokenValidationParameters = new TokenValidationParameters
        {
            ValidAudience = issuer.Audience,
            ValidAlgorithms = issuer.Algorithms.Count > 0 ? issuer.Algorithms : AgentAlgorithms.Default,
            RequireSignedTokens = true,
            RequireExpirationTime = true,
            LifetimeValidator = TokenLifetime.By(time),
        };
        if (issuer.Authority == IssuerOptions.Development)
        {
            // Of this very process, whose address is not known yet: its key vouches for it.
            bearer.TokenValidationParameters.ValidateIssuer = false;
            bearer.TokenValidationParameters.IssuerSigningKey = services.GetRequiredService<DevelopmentIssuerKey>().PublicKey;
            bearer.Configuration = new Microsoft.IdentityModel.Protocols.OpenIdConnect.OpenIdConnectConfiguration();
        }
        else
        {
            bearer.Authority = issuer.Authority;
            bearer.RequireHttpsMetadata = new Uri(issuer.Authority).Scheme == "https";
        }

        bearer.Events = new JwtBearerEvents
        {
            OnTokenValidated = context =>
            {
                var current = context.HttpContext.RequestServices.GetRequiredService<IOptionsMonitor<TenantsOptions>>()
                    .CurrentValue.Tenants.GetValueOrDefault(tenant.Value)?.Issuer ?? issuer;
                if (AgentClaims.Read((JsonWebToken)context.SecurityToken, tenant, current) is { } person)
                    context.Principal = person.ToPrincipal(context.Scheme.Name);
                else
                    context.Fail("The token names no agent of this tenant.");
                return Task.CompletedTask;
            },
        };
    }
}
