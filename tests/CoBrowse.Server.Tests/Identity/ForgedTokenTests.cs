using System.Net;
using System.Security.Cryptography;
using System.Text;
using CoBrowse.Server.DevelopmentIssuer;
using CoBrowse.Server.Tests.Hosting;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.Tokens;

namespace CoBrowse.Server.Tests.Identity;

/// <summary>Tokens that somebody made up, or that were made for something else: none of them buys a ticket.</summary>
public sealed class ForgedTokenTests : IAsyncLifetime, IAsyncDisposable
{
    private readonly TestNode node = new();
    private ECDsa real = ECDsa.Create();
    private string issuer = string.Empty;
    private string keyId = string.Empty;

    public async Task InitializeAsync()
    {
        var token = new Microsoft.IdentityModel.JsonWebTokens.JsonWebToken(await node.SignInAsync("alex"));
        (issuer, keyId) = (token.Issuer, token.Kid);
        real = ((ECDsaSecurityKey)node.Services.GetRequiredService<DevelopmentIssuerKey>().Signing.Key).ECDsa;
    }

    public ValueTask DisposeAsync() => node.DisposeAsync();

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    [Fact]
    public async Task A_token_as_the_issuer_makes_it_is_taken() =>
        Assert.Equal(HttpStatusCode.OK, await AskAsync(Signed(Header("ES256"), Claims(), Es(real))));

    [Fact]
    public async Task What_was_signed_by_nobody_or_somebody_else_is_refused()
    {
        using var own = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var rsa = RSA.Create(2048);
        var publicKey = real.ExportSubjectPublicKeyInfo();
        var pem = Encoding.ASCII.GetBytes(PemEncoding.WriteString("PUBLIC KEY", publicKey));
        var jwk = $$"""{"kty":"EC","crv":"P-256","x":"{{Encode(own.ExportParameters(false).Q.X!)}}","y":"{{Encode(own.ExportParameters(false).Q.Y!)}}"}""";
        var good = Signed(Header("ES256"), Claims(), Es(real)).Split('.');
        var forged = new Dictionary<string, string>
        {
            ["none"] = Signed(Header("none"), Claims(), _ => []),
            ["None"] = Signed(Header("None"), Claims(), _ => []),
            ["none with a signature"] = Signed(Header("none"), Claims(), Es(real)),
            ["no algorithm"] = Signed("{}", Claims(), Es(real)),
            ["no signature"] = $"{good[0]}.{good[1]}.",
            ["two parts"] = $"{good[0]}.{good[1]}",
            ["five parts"] = $"{good[0]}.{good[1]}.{good[2]}.{good[2]}.{good[2]}",
            ["another's claims"] = $"{good[0]}.{Encode(Claims(("sub", "\"kim\"")))}.{good[2]}",
            ["a signature of zeros"] = Signed(Header("ES256"), Claims(), _ => new byte[64]),
            ["HS256 with the public key"] = Signed(Header("HS256"), Claims(), Hs(publicKey)),
            ["HS256 with the public key as PEM"] = Signed(Header("HS256"), Claims(), Hs(pem)),
            ["HS256 with nothing"] = Signed(Header("HS256"), Claims(), Hs([])),
            ["RS256"] = Signed(Header("RS256"), Claims(), data => rsa.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)),
            ["PS256"] = Signed(Header("PS256"), Claims(), data => rsa.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pss)),
            ["ES384 by name"] = Signed(Header("ES384"), Claims(), Es(real)),
            ["somebody else's key"] = Signed(Header("ES256"), Claims(), Es(own)),
            ["kid is a path"] = Signed(Header("ES256", ("kid", "\"../../../dev/null\"")), Claims(), Es(own)),
            ["kid is a path, HS256 with nothing"] = Signed(Header("HS256", ("kid", "\"/dev/null\"")), Claims(), Hs([0])),
            ["kid is SQL"] = Signed(Header("ES256", ("kid", "\"x' UNION SELECT 'k' --\"")), Claims(), Es(own)),
            ["kid is an address"] = Signed(Header("ES256", ("kid", $"\"{node.Address}keys\"")), Claims(), Es(own)),
            ["kid is a list"] = Signed(Header("ES256", ("kid", "[1]")), Claims(), Es(own)),
            ["jku"] = Signed(Header("ES256", ("jku", $"\"{node.Address}jwks.json\"")), Claims(), Es(own)),
            ["x5u"] = Signed(Header("ES256", ("x5u", $"\"{node.Address}cert.pem\"")), Claims(), Es(own)),
            ["x5c"] = Signed(Header("ES256", ("x5c", $"[\"{Convert.ToBase64String(own.ExportSubjectPublicKeyInfo())}\"]")), Claims(), Es(own)),
            ["jwk"] = Signed(Header("ES256", ("jwk", jwk)), Claims(), Es(own)),
            ["crit"] = Signed(Header("ES256", ("crit", "[\"x\"]"), ("x", "1")), Claims(), Es(own)),
            ["as a customer's"] = Signed(Header("ES256"), Claims(("iss", "\"cobrowse\""), ("aud", "\"cobrowse-customer\"")), Es(real)),
        };
        await AssertRefusedAsync(forged);
    }

    [Fact]
    public async Task What_the_issuer_made_for_something_else_is_refused()
    {
        var now = node.Time.GetUtcNow().ToUnixTimeSeconds();
        var forged = new Dictionary<string, string>
        {
            ["another audience"] = Signed(Header("ES256"), Claims(("aud", "\"agent-console\"")), Es(real)),
            ["the renewal"] = Signed(Header("ES256"), Claims(("aud", "\"development-issuer-renewal\"")), Es(real)),
            ["no audience"] = Signed(Header("ES256"), Claims(("aud", null)), Es(real)),
            ["another issuer"] = Signed(Header("ES256"), Claims(("iss", "\"https://login.evil.example\"")), Es(real)),
            ["no issuer"] = Signed(Header("ES256"), Claims(("iss", null)), Es(real)),
            ["no role"] = Signed(Header("ES256"), Claims(("roles", null)), Es(real)),
            ["a role of nobody"] = Signed(Header("ES256"), Claims(("roles", "[\"root\"]")), Es(real)),
            ["an administrator only"] = Signed(Header("ES256"), Claims(("roles", "[\"administrator\"]")), Es(real)),
            ["no subject"] = Signed(Header("ES256"), Claims(("sub", null)), Es(real)),
            ["an empty subject"] = Signed(Header("ES256"), Claims(("sub", "\"\"")), Es(real)),
            ["expired"] = Signed(Header("ES256"), Claims(("exp", $"{now - 1}")), Es(real)),
            ["never expiring"] = Signed(Header("ES256"), Claims(("exp", null)), Es(real)),
            ["expiring in words"] = Signed(Header("ES256"), Claims(("exp", "\"never\"")), Es(real)),
            ["not yet valid"] = Signed(Header("ES256"), Claims(("nbf", $"{now + 3600}")), Es(real)),
        };
        await AssertRefusedAsync(forged);
    }

    [Fact]
    public async Task One_that_is_too_long_is_refused_before_it_is_read()
    {
        var answer = await AskAsync(Signed(Header("ES256"), Claims(("name", $"\"{new string('x', 40_000)}\"")), Es(real)));
        Assert.True(answer is HttpStatusCode.RequestHeaderFieldsTooLarge, answer.ToString());
    }

    private async Task AssertRefusedAsync(Dictionary<string, string> forged)
    {
        var taken = new List<string>();
        foreach (var (name, token) in forged)
        {
            foreach (var (path, origin) in new[] { ("/api/tickets", null), ("/api/tickets", Node.Portal), ("/api/admin/policy/proposals", null) })
            {
                var answer = await node.PostAsync(path, new { }, origin, token);
                if (answer.StatusCode is not (HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden)
                    && !(name == "an administrator only" && path != "/api/tickets"))
                {
                    taken.Add($"{name} at {path}: {(int)answer.StatusCode}");
                }
            }
        }

        Assert.Empty(taken);
    }

    private async Task<HttpStatusCode> AskAsync(string token) => (await node.PostAsync("/api/tickets", null, null, token)).StatusCode;

    private string Header(string algorithm, params (string Name, string? Value)[] more) =>
        Json([("alg", $"\"{algorithm}\""), ("typ", "\"JWT\""), ("kid", $"\"{keyId}\"")], more);

    private string Claims(params (string Name, string? Value)[] more)
    {
        var now = node.Time.GetUtcNow().ToUnixTimeSeconds();
        return Json(
            [("iss", $"\"{issuer}\""), ("aud", "\"cobrowse\""), ("sub", "\"alex\""), ("name", "\"Alex\""), ("roles", "[\"agent\"]"), ("iat", $"{now}"), ("exp", $"{now + 3600}")],
            more);
    }

    private static string Json((string Name, string? Value)[] usual, (string Name, string? Value)[] more)
    {
        var all = usual.Where(each => more.All(other => other.Name != each.Name)).Concat(more).Where(each => each.Value is not null);
        return $"{{{string.Join(',', all.Select(each => $"\"{each.Name}\":{each.Value}"))}}}";
    }

    private static Func<byte[], byte[]> Es(ECDsa key) => data => key.SignData(data, HashAlgorithmName.SHA256);

    private static Func<byte[], byte[]> Hs(byte[] key) => data => HMACSHA256.HashData(key, data);

    private static string Signed(string header, string claims, Func<byte[], byte[]> sign)
    {
        var head = $"{Encode(header)}.{Encode(claims)}";
        return $"{head}.{Encode(sign(Encoding.ASCII.GetBytes(head)))}";
    }

    private static string Encode(string text) => Encode(Encoding.UTF8.GetBytes(text));

    private static string Encode(byte[] bytes) => WebEncoders.Base64UrlEncode(bytes);
}
