using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace CoBrowse.Server.DevelopmentIssuer;

/// <summary>Authorization codes: good once, for a minute, for who can prove the challenge (PKCE, S256).</summary>
internal sealed class AuthorizationCodes(TimeProvider time)
{
    private readonly ConcurrentDictionary<string, Pending> pending = new();

    public string Issue(DemoAgent agent, string clientId, string redirectUri, string challenge, string? nonce)
    {
        var now = time.GetUtcNow();
        foreach (var (old, entry) in pending)
        {
            if (entry.ExpiresAt <= now)
                pending.TryRemove(old, out _);
        }

        var code = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        pending[code] = new Pending(agent, clientId, redirectUri, challenge, nonce, now + TimeSpan.FromMinutes(1));
        return code;
    }

    public (DemoAgent Agent, string? Nonce)? Redeem(string? code, string? clientId, string? redirectUri, string? verifier)
    {
        if (code is null || verifier is null || !pending.TryRemove(code, out var entry))
            return null;
        var proof = Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)));
        var good = time.GetUtcNow() < entry.ExpiresAt
            && entry.ClientId == clientId
            && entry.RedirectUri == redirectUri
            && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(proof), Encoding.ASCII.GetBytes(entry.Challenge));
        return good ? (entry.Agent, entry.Nonce) : null;
    }

    private sealed record Pending(
        DemoAgent Agent, string ClientId, string RedirectUri, string Challenge, string? Nonce, DateTimeOffset ExpiresAt);
}
