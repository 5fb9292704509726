using System.Security.Cryptography;
using CoBrowse.Server.Storage;
using Microsoft.IdentityModel.Tokens;

namespace CoBrowse.Server.DevelopmentIssuer;

/// <summary>The issuer's signing key, in the data folder, so that demo sign-ins outlive a restart.</summary>
internal sealed class DevelopmentIssuerKey
{
    private readonly ECDsa key = ECDsa.Create();

    public DevelopmentIssuerKey(DataFolder data)
    {
        key.ImportPkcs8PrivateKey(data.Secret("development-issuer.key", NewKey), out _);
        var id = Convert.ToHexStringLower(SHA256.HashData(key.ExportSubjectPublicKeyInfo()).AsSpan(0, 8));
        Signing = new SigningCredentials(new ECDsaSecurityKey(key) { KeyId = id }, SecurityAlgorithms.EcdsaSha256);
        PublicKey = new ECDsaSecurityKey(ECDsa.Create(key.ExportParameters(includePrivateParameters: false))) { KeyId = id };
    }

    public SigningCredentials Signing { get; }

    public ECDsaSecurityKey PublicKey { get; }

    private static byte[] NewKey()
    {
        using var fresh = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return fresh.ExportPkcs8PrivateKey();
    }
}
