using System.Security.Cryptography;
using System.Text;
using CoBrowse.Protocol;
using CoBrowse.Server.Identity;
using CoBrowse.Server.Tests.Hosting;
using CoBrowse.Sessions;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;

namespace CoBrowse.Server.Tests.Starting;

public sealed class CustomerProofTests : IAsyncLifetime, IAsyncDisposable
{
    private readonly PortalBackend bank = new();
    private TestNode node = null!;

    public Task InitializeAsync()
    {
        node = new TestNode(null, bank.Settings());
        return Task.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await node.DisposeAsync();
        bank.Dispose();
    }

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    [Fact]
    public async Task What_somebody_forged_or_made_for_others_names_nobody()
    {
        using var stranger = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var weak = RSA.Create(2048);
        var spki = bank.Key.ExportSubjectPublicKeyInfo();
        var tokens = new Dictionary<string, string>
        {
            ["none"] = Signed("none", _ => []),
            ["None"] = Signed("None", _ => []),
            ["HS256 by the public key"] = Signed("HS256", data => HMACSHA256.HashData(spki, data)),
            ["HS256 by the public key as PEM"] = Signed("HS256", data => HMACSHA256.HashData(Encoding.UTF8.GetBytes(bank.PublicPem), data)),
            ["HS256 by nothing"] = Signed("HS256", data => HMACSHA256.HashData(Array.Empty<byte>(), data)),
            ["another's key"] = Signed("ES256", data => stranger.SignData(data, HashAlgorithmName.SHA256)),
            ["RS256 by another's key"] = Signed("RS256", data => weak.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)),
            ["zeros"] = Signed("ES256", _ => new byte[64]),
            ["ES384"] = Signed("ES384", data => bank.Key.SignData(data, HashAlgorithmName.SHA256)),
            ["no end"] = Signed("ES256", data => bank.Key.SignData(data, HashAlgorithmName.SHA256), "{\"iss\":\"" + PortalBackend.Issuer + "\",\"aud\":\"cobrowse-customer\",\"sub\":\"c-1\"}"),
            ["no subject"] = Signed("ES256", data => bank.Key.SignData(data, HashAlgorithmName.SHA256), Claims("")),
            ["a long subject"] = bank.TokenFor(node, new string('x', 129)),
            ["another audience"] = bank.TokenFor(node, "c-1", audience: "cobrowse-watch"),
            ["another issuer"] = bank.TokenFor(node, "c-1", issuer: "https://evil.example"),
            ["over"] = bank.TokenFor(node, "c-1", life: TimeSpan.FromSeconds(-1)),
            ["no token"] = "a.b.c",
            ["nothing"] = "",
            ["too long"] = new string('a', 10_000),
        };
        foreach (var (what, token) in tokens)
            Assert.Equal((what, null), (what, await ReadAsync("demo", token)));
        Assert.Equal("c-1", (await ReadAsync("demo", Signed("ES256", data => bank.Key.SignData(data, HashAlgorithmName.SHA256))))?.Reference);
        Assert.Equal("c-1", (await ReadAsync("demo", bank.TokenFor(node, "c-1")))?.Reference);
        Assert.Null(await ReadAsync("nobody", bank.TokenFor(node, "c-1")));
    }

    [Fact]
    public async Task Agents_see_who_the_bank_vouches_for_and_somebody_else_ends_the_session()
    {
        await using var running = await node.RunAsync();
        Assert.Null(running.Joined.Session!.VerifiedAs);
        Assert.Equal(Refusal.NotAllowed, (await running.Customer.CallAsync<Ack>(CustomerHubNames.Identify, "a.b.c")).Refusal);
        Assert.Null((await running.Customer.CallAsync<Ack>(CustomerHubNames.Identify, bank.TokenFor(node, "c-1"))).Refusal);
        await running.Agent.NextAsync<SessionView>(nameof(IAgentClient.SessionChanged), view => view.VerifiedAs == "c-1");
        // The same customer with a newer token changes nothing.
        Assert.Null((await running.Customer.CallAsync<Ack>(CustomerHubNames.Identify, bank.TokenFor(node, "c-1", life: TimeSpan.FromMinutes(3)))).Refusal);
        Assert.Null((await running.Customer.CallAsync<Ack>(CustomerHubNames.Identify, bank.TokenFor(node, "c-2"))).Refusal);
        var over = await running.Agent.NextAsync<SessionView>(nameof(IAgentClient.SessionChanged), view => view.State == SessionState.Ended);
        Assert.Equal(EndReason.IdentityChanged, over.EndReason);
        lock (node.Log)
            Assert.DoesNotContain(node.Log, line => line.Contains("c-1", StringComparison.Ordinal));
    }

    private Task<VerifiedCustomer?> ReadAsync(string tenant, string token) =>
        node.Services.GetRequiredService<CustomerProofs>().ReadAsync(new TenantId(tenant), token);

    private string Claims(string subject = ",\"sub\":\"c-1\"") =>
        $$"""{"iss":"{{PortalBackend.Issuer}}","aud":"cobrowse-customer","exp":{{node.Time.GetUtcNow().AddMinutes(5).ToUnixTimeSeconds()}}{{subject}}}""";

    private string Signed(string algorithm, Func<byte[], byte[]> sign, string? claims = null)
    {
        var text = $"{Encode($$"""{"alg":"{{algorithm}}","typ":"JWT"}""")}.{Encode(claims ?? Claims())}";
        return $"{text}.{WebEncoders.Base64UrlEncode(sign(Encoding.ASCII.GetBytes(text)))}";
    }

    private static string Encode(string text) => WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes(text));
}
