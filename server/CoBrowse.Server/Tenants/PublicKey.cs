using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;

namespace CoBrowse.Server.Tenants;

/// <summary>
/// Public keys of a tenant's systems, as PEM. Signatures by them are asymmetric and named one by one: a public key is
/// nobody's shared secret, and no header chooses how it is checked.
/// </summary>
internal static class PublicKey
{
    private const int ShortestRsa = 2048;

    /// <summary>The algorithms that a signature by such a key may have.</summary>
    public static IReadOnlyList<string> Algorithms { get; } =
        [SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSsaPssSha256];

    public static IEnumerable<SecurityKey> Read(IEnumerable<string> keys) => keys.Select(Read).OfType<SecurityKey>();

    public static IEnumerable<string> MistakesIn(IReadOnlyList<string> keys)
    {
        if (keys.Count == 0)
            yield return "Keys must name at least one public key, as PEM.";
        for (var index = 0; index < keys.Count; index++)
        {
            if (Read(keys[index]) is null)
                yield return $"Keys:{index} must be a public key as PEM (-----BEGIN PUBLIC KEY-----): RSA of at least {ShortestRsa} bits, or P-256.";
        }
    }

    private static SecurityKey? Read(string pem)
    {
        // A private key has no business here, even though its public half could be taken from it.
        if (!pem.Contains("BEGIN PUBLIC KEY", StringComparison.Ordinal))
            return null;
        try
        {
            var ec = ECDsa.Create();
            ec.ImportFromPem(pem);
            return ec.ExportParameters(false).Curve.Oid.Value == ECCurve.NamedCurves.nistP256.Oid.Value ? new ECDsaSecurityKey(ec) : null;
        }
        catch (Exception error) when (error is CryptographicException or ArgumentException)
        {
            // Not of that kind; perhaps of the other.
        }

        try
        {
            var rsa = RSA.Create();
            rsa.ImportFromPem(pem);
            return rsa.KeySize >= ShortestRsa ? new RsaSecurityKey(rsa) : null;
        }
        catch (Exception error) when (error is CryptographicException or ArgumentException)
        {
            return null;
        }
    }
}
