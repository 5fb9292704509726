using CoBrowse.Server.Tenants;
using CoBrowse.Sessions;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace CoBrowse.Server.Identity;

/// <summary>Reads the tokens by which a tenant's backend vouches for who a customer is.</summary>
internal sealed class CustomerProofs(TenantRegistry tenants, TimeProvider time, ILogger<CustomerProofs> logger)
{
    private const int Longest = 6 * 1024;

    /// <summary>The customer, or null where the token is none of this tenant's, or no longer.</summary>
    public async Task<VerifiedCustomer?> ReadAsync(TenantId tenant, string token)
    {
        if (tenants.Find(tenant)?.Customers is not { Issuer.Length: > 0 } customers || token.Length is 0 or > Longest)
            return null;
        var result = await new JsonWebTokenHandler { MapInboundClaims = false }.ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidIssuer = customers.Issuer,
            ValidAudience = customers.Audience,
            IssuerSigningKeys = PublicKey.Read(customers.Keys),
            TryAllIssuerSigningKeys = true,
            ValidAlgorithms = PublicKey.Algorithms,
            RequireSignedTokens = true,
            RequireExpirationTime = true,
            LifetimeValidator = TokenLifetime.By(time),
        });
        if (!result.IsValid)
        {
            logger.IdentityRefused(tenant, result.Exception?.GetType().Name ?? "unknown");
            return null;
        }

        var subject = (result.SecurityToken as JsonWebToken)?.Subject;
        return subject is { Length: > 0 and <= VerifiedCustomer.LongestReference } && !subject.Any(char.IsControl)
            ? new VerifiedCustomer(subject)
            : null;
    }
}
