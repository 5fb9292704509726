using System.Globalization;
using System.Security.Cryptography;
using CoBrowse.Server.Storage;
using CoBrowse.Sessions;
using CoBrowse.Storage.Masking;

namespace CoBrowse.Server.Masking;

/// <summary>
/// Signs each version of a policy, who made it included, by ES256 with a key in the data folder: whoever can write to
/// the database alone cannot make a policy that customers' browsers would be sent.
/// </summary>
internal sealed class PolicySigner : IDisposable
{
    private readonly ECDsa key = ECDsa.Create();

    public PolicySigner(DataFolder data) => key.ImportPkcs8PrivateKey(data.Secret("policy-signing.key", NewKey), out _);

    public static string HashOf(ReadOnlySpan<byte> document) => Convert.ToHexStringLower(SHA256.HashData(document));

    public StoredPolicy Sign(StoredPolicy version) => version with { Signature = key.SignData(Signed(version), HashAlgorithmName.SHA256) };

    /// <summary>Whether the version is, byte for byte and name for name, what was signed.</summary>
    public bool Vouches(StoredPolicy version) =>
        HashOf(version.Document.Span) == version.Hash
        && key.VerifyData(Signed(version), version.Signature.Span, HashAlgorithmName.SHA256);

    public void Dispose() => key.Dispose();

    // The document is in it by its hash.
    private static byte[] Signed(StoredPolicy version) => FieldBytes.Of(
        "cobrowse-policy-1", version.Tenant.Value, version.Number.ToString(CultureInfo.InvariantCulture), version.Hash,
        version.Source, version.Author, version.At.UtcTicks.ToString(CultureInfo.InvariantCulture), version.Approver, version.Note);

    private static byte[] NewKey()
    {
        using var fresh = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return fresh.ExportPkcs8PrivateKey();
    }
}
