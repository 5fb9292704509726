using CoBrowse.Server.Tenants;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace CoBrowse.Server.DevelopmentIssuer;

/// <summary>Signs what an issuer signs: an id token for the console, an access token for us, and one to renew them.</summary>
internal sealed class DevelopmentTokens(DevelopmentIssuerKey key, TenantRegistry tenants, TimeProvider time)
{
    private const string RenewalAudience = "development-issuer-renewal";
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    public object Issue(string issuer, string clientId, DemoAgent agent, string? nonce) => new
    {
        token_type = "Bearer",
        expires_in = (int)Lifetime.TotalSeconds,
        scope = "openid profile",
        id_token = Sign(issuer, clientId, Lifetime, agent, nonce),
        access_token = Sign(issuer, AudienceOf(clientId), Lifetime, agent, null),
        refresh_token = Sign(issuer, RenewalAudience, TimeSpan.FromHours(12), agent, null),
    };

    /// <summary>The agent whom a renewal token names.</summary>
    public async Task<DemoAgent?> RenewAsync(string? token)
    {
        var result = await new JsonWebTokenHandler().ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidateIssuer = false,
            ValidAudience = RenewalAudience,
            IssuerSigningKey = key.PublicKey,
            ValidAlgorithms = [SecurityAlgorithms.EcdsaSha256],
            LifetimeValidator = Identity.TokenLifetime.By(time),
        });
        return result.IsValid && result.SecurityToken is JsonWebToken valid
            ? DemoAgent.All.FirstOrDefault(agent => agent.Subject == valid.Subject)
            : null;
    }

    public bool KnowsClient(string? clientId) => tenants.All.Values.Any(tenant => IsOurs(tenant, clientId));

    private string AudienceOf(string clientId) =>
        tenants.All.Values.First(tenant => IsOurs(tenant, clientId)).Issuer.Audience;

    private static bool IsOurs(TenantOptions tenant, string? clientId) =>
        tenant.Issuer.Authority == IssuerOptions.Development && tenant.Issuer.ClientId == clientId;

    private string Sign(string issuer, string audience, TimeSpan lifetime, DemoAgent agent, string? nonce)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var claims = new Dictionary<string, object>
        {
            ["sub"] = agent.Subject,
            ["name"] = agent.Name,
            ["title"] = agent.Title,
            ["roles"] = agent.Roles,
        };
        if (nonce is not null)
            claims["nonce"] = nonce;
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = issuer,
            Audience = audience,
            IssuedAt = now,
            Expires = now + lifetime,
            SigningCredentials = key.Signing,
            Claims = claims,
        });
    }
}
