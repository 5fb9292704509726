using System.Security.Cryptography;
using CoBrowse.Server.Storage;
using Microsoft.IdentityModel.Tokens;

namespace CoBrowse.Server.WatchQuery;

/// <summary>Signs answers to portals' backends, by ES256 with a key in the data folder, so that it outlives a restart.</summary>
internal sealed class AnswerKey
{
    private readonly ECDsa key = ECDsa.Create();

    public AnswerKey(DataFolder data)
    {
        key.ImportPkcs8PrivateKey(data.Secret("answer-signing.key", NewKey), out _);
        var id = Convert.ToHexStringLower(SHA256.HashData(key.ExportSubjectPublicKeyInfo()).AsSpan(0, 8));
        Signing = new SigningCredentials(new ECDsaSecurityKey(key) { KeyId = id }, SecurityAlgorithms.EcdsaSha256);
        var point = key.ExportParameters(includePrivateParameters: false).Q;
        Published = new PublishedKey(
            "EC", "P-256", Base64UrlEncoder.Encode(point.X), Base64UrlEncoder.Encode(point.Y), "sig", SecurityAlgorithms.EcdsaSha256, id);
    }

    public SigningCredentials Signing { get; }

    public PublishedKey Published { get; }

    private static byte[] NewKey()
    {
        using var fresh = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return fresh.ExportPkcs8PrivateKey();
    }
}
