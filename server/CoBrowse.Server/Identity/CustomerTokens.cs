using System.Security.Cryptography;
using CoBrowse.Server.Storage;
using CoBrowse.Sessions;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace CoBrowse.Server.Identity;

/// <summary>
/// Our own tokens for anonymous customers: bound to one session, tenant and origin. The key is in the data folder,
/// so a token outlives a restart.
/// </summary>
internal sealed class CustomerTokens(DataFolder data, TimeProvider time)
{
    public const string Issuer = "cobrowse";
    private const string Audience = "cobrowse-customer";
    private const string SessionClaim = "session";
    private const string TenantClaim = "tenant";
    private const string OriginClaim = "origin";

    private readonly SymmetricSecurityKey key = new(data.Secret("customer-tokens.key", () => RandomNumberGenerator.GetBytes(32)));

    public string Issue(Session session) => new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(
        new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = Audience,
            IssuedAt = time.GetUtcNow().UtcDateTime,
            Expires = session.ExpiresAt.UtcDateTime,
            SigningCredentials = new SigningCredentials(key, SecurityAlgorithms.HmacSha256),
            Claims = new Dictionary<string, object>
            {
                [SessionClaim] = session.Id.ToString(),
                [TenantClaim] = session.Tenant.Value,
                [OriginClaim] = session.Origin,
            },
        });

    public TokenValidationParameters Validation => new()
    {
        ValidIssuer = Issuer,
        ValidAudience = Audience,
        IssuerSigningKey = key,
        ValidAlgorithms = [SecurityAlgorithms.HmacSha256],
        RequireSignedTokens = true,
        RequireExpirationTime = true,
        LifetimeValidator = TokenLifetime.By(time),
    };

    public static Caller.Customer? Read(JsonWebToken token) =>
        token.TryGetPayloadValue<string>(SessionClaim, out var sessionText)
        && SessionId.TryParse(sessionText, out var session)
        && token.TryGetPayloadValue<string>(TenantClaim, out var tenant)
        && token.TryGetPayloadValue<string>(OriginClaim, out var origin)
            ? new Caller.Customer(new TenantId(tenant), new DateTimeOffset(token.ValidTo, TimeSpan.Zero), session, origin)
            : null;
}
