using System.Security.Cryptography;
using CoBrowse.Server.Tests.Hosting;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace CoBrowse.Server.Tests.Starting;

/// <summary>A bank's backend that vouches for its customers.</summary>
internal sealed class PortalBackend : IDisposable
{
    public const string Issuer = "https://bank.example/portal";

    public ECDsa Key { get; } = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public string PublicPem => Key.ExportSubjectPublicKeyInfoPem();

    /// <summary>The settings of a tenant whose customers this backend vouches for.</summary>
    public (string, string)[] Settings(string tenant = "demo", bool invitations = true) =>
    [
        ($"Tenants:{tenant}:Customers:Issuer", Issuer),
        ($"Tenants:{tenant}:Customers:Keys:0", PublicPem),
        ($"Tenants:{tenant}:Customers:Invitations", $"{invitations}"),
    ];

    public string TokenFor(TestNode node, string reference, string audience = "cobrowse-customer", string issuer = Issuer, TimeSpan? life = null) =>
        new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = issuer,
            Audience = audience,
            IssuedAt = node.Time.GetUtcNow().UtcDateTime,
            Expires = (node.Time.GetUtcNow() + (life ?? TimeSpan.FromMinutes(10))).UtcDateTime,
            SigningCredentials = new SigningCredentials(new ECDsaSecurityKey(Key), SecurityAlgorithms.EcdsaSha256),
            Claims = new Dictionary<string, object> { ["sub"] = reference },
        });

    public void Dispose() => Key.Dispose();
}
