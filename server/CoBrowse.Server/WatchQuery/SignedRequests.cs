using CoBrowse.Server.Identity;
using CoBrowse.Server.Tenants;
using CoBrowse.Sessions;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace CoBrowse.Server.WatchQuery;

/// <summary>
/// Reads the JWT by which a tenant's backend signs one request: for this address, minutes long at most, and good once.
/// </summary>
internal sealed class SignedRequests(TenantRegistry tenants, UsedRequests used, TimeProvider time)
{
    /// <summary>The longest life of a request.</summary>
    public static readonly TimeSpan LongestLife = TimeSpan.FromMinutes(5);

    private const int Longest = 4 * 1024;
    private const int LongestId = 128;

    /// <summary>Whose request it is, and its id; null where it is none, or not any more.</summary>
    public async Task<(TenantId Tenant, string Issuer, string Id)?> ReadAsync(HttpRequest request)
    {
        if (BearerToken.Of(request) is not { Length: > 0 and <= Longest } text || !TryRead(text, out var claimed))
            return null;
        foreach (var (id, tenant) in tenants.All)
        {
            if (tenant.WatchQuery is not { Issuer.Length: > 0 } query || query.Issuer != claimed.Issuer)
                continue;
            var result = await new JsonWebTokenHandler { MapInboundClaims = false }.ValidateTokenAsync(text, new TokenValidationParameters
            {
                ValidIssuer = query.Issuer,
                ValidAudience = query.Audience ?? $"{request.Scheme}://{request.Host}{request.PathBase}{request.Path}",
                IssuerSigningKeys = PublicKey.Read(query.Keys),
                TryAllIssuerSigningKeys = true,
                ValidAlgorithms = PublicKey.Algorithms,
                RequireSignedTokens = true,
                RequireExpirationTime = true,
                LifetimeValidator = TokenLifetime.By(time),
            });
            if (!result.IsValid || result.SecurityToken is not JsonWebToken { Id: { Length: > 0 and <= LongestId } jti } token)
                continue;
            // By the end alone: how long it has lived is what its maker says.
            if (token.ValidTo > (time.GetUtcNow() + LongestLife).UtcDateTime)
                return null;
            return used.Take(new TenantId(id), jti, token.ValidTo) ? (new TenantId(id), query.Issuer, jti) : null;
        }

        return null;
    }

    private static bool TryRead(string text, out JsonWebToken token)
    {
        try
        {
            token = new JsonWebToken(text);
            return true;
        }
        catch (ArgumentException)
        {
            token = null!;
            return false;
        }
    }
}
