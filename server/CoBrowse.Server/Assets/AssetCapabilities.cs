using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CoBrowse.Protocol;
using CoBrowse.Server.Storage;
using CoBrowse.Sessions;
using Microsoft.Extensions.Options;

namespace CoBrowse.Server.Assets;

/// <summary>
/// Addresses that let one agent's browser read one session's assets for a while, as long as the customer lets that
/// agent look, and nothing else.
/// </summary>
internal sealed class AssetCapabilities(DataFolder data, IOptions<AssetOptions> options, TimeProvider time)
{
    public const string Path = "/assets";
    private readonly byte[] key = data.Secret("asset-capabilities.key", () => RandomNumberGenerator.GetBytes(32));

    public AssetAccess Grant(Session session, Participant agent)
    {
        var expires = (time.GetUtcNow() + options.Value.CapabilityLifetime).ToUnixTimeMilliseconds();
        var what = Encoding.UTF8.GetBytes($"{expires.ToString(CultureInfo.InvariantCulture)}.{session.Id}.{agent.Id}.{session.Tenant}");
        var capability = $"{Base64Url.EncodeToString(what)}.{Base64Url.EncodeToString(HMACSHA256.HashData(key, what))}";
        return new AssetAccess($"{Path}/{capability}/", expires);
    }

    public (AssetReader? Reader, Refusal? Refusal) Read(string capability)
    {
        if (capability.Length > 1000 || capability.Split('.') is not [var whatText, var proofText])
            return (null, Refusal.NotAllowed);
        byte[] what, proof;
        try
        {
            (what, proof) = (Base64Url.DecodeFromChars(whatText), Base64Url.DecodeFromChars(proofText));
        }
        catch (FormatException)
        {
            return (null, Refusal.NotAllowed);
        }

        if (!CryptographicOperations.FixedTimeEquals(proof, HMACSHA256.HashData(key, what)))
            return (null, Refusal.NotAllowed);
        var parts = Encoding.UTF8.GetString(what).Split('.', 4);
        var expires = DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(parts[0], CultureInfo.InvariantCulture));
        if (expires <= time.GetUtcNow())
            return (null, Refusal.Expired);
        return parts.Length == 4 && SessionId.TryParse(parts[1], out var session) && ParticipantId.TryParse(parts[2], out var agent)
            ? (new AssetReader(new AssetScope.OfSession(new TenantId(parts[3]), session), agent), null)
            : (null, Refusal.NotAllowed);
    }
}
