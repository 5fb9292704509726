using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using CoBrowse.Protocol;
using CoBrowse.Server.Tests.Hosting;
using CoBrowse.Server.Tests.Matrix;
using CoBrowse.Server.Tests.Starting;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace CoBrowse.Server.Tests.WatchQuery;

public sealed class WatchQueryTests : IAsyncLifetime, IAsyncDisposable
{
    private const string Engine = "https://fraud.bank.example";

    private readonly PortalBackend bank = new();
    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private TestNode node = null!;

    public Task InitializeAsync()
    {
        node = new TestNode(
            null,
            [
                .. bank.Settings(), .. MatrixScene.OtherTenant,
                ("Tenants:demo:WatchQuery:Issuer", Engine), ("Tenants:demo:WatchQuery:Keys:0", key.ExportSubjectPublicKeyInfoPem()),
            ]);
        return Task.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await node.DisposeAsync();
        bank.Dispose();
        key.Dispose();
    }

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    [Fact]
    public async Task A_fraud_engine_learns_signed_whether_a_customer_is_watched_right_now()
    {
        Assert.False((await AnswerAsync("reference=c-1", "r-0")).GetProperty("watched").GetBoolean());
        await using var running = await node.RunAsync();
        Assert.Null((await running.Customer.CallAsync<Ack>(CustomerHubNames.Identify, bank.TokenFor(node, "c-1"))).Refusal);

        var watched = await AnswerAsync("reference=c-1", "r-1");
        Assert.Equal(
            (true, 1, node.Time.GetUtcNow().ToUnixTimeSeconds(), "r-1", "c-1"),
            (watched.GetProperty("watched").GetBoolean(), watched.GetProperty("agents").GetInt32(), watched.GetProperty("since").GetInt64(),
                watched.GetProperty("request").GetString(), watched.GetProperty("reference").GetString()));
        Assert.True((await AnswerAsync($"session={running.Opened.SessionId}", "r-2")).GetProperty("watched").GetBoolean());
        Assert.False((await AnswerAsync("reference=c-2", "r-3")).GetProperty("watched").GetBoolean());
        Assert.Null((await running.Customer.CallAsync<Ack>(CustomerHubNames.Pause)).Refusal);
        var paused = await AnswerAsync("reference=c-1", "r-4");
        Assert.Equal((false, 0, false), (paused.GetProperty("watched").GetBoolean(), paused.GetProperty("agents").GetInt32(), paused.TryGetProperty("since", out _)));
    }

    [Fact]
    public async Task A_request_that_was_answered_forged_too_long_for_elsewhere_or_another_tenants_is_refused()
    {
        var request = Request("r-1");
        Assert.Equal(HttpStatusCode.OK, (await AskAsync("reference=c-1", request)).StatusCode);
        using var stranger = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var good = Request("r-9").Split('.');
        var refused = new Dictionary<string, string?>
        {
            ["again"] = request,
            ["the same id, newly signed"] = Request("r-1", life: TimeSpan.FromMinutes(2)),
            ["nothing"] = null,
            ["garbage"] = "a.b.c",
            ["none"] = $"{Base64UrlEncoder.Encode("""{"alg":"none"}""")}.{good[1]}.",
            ["HS256 by the public key"] = Hs256(good[1]),
            ["another's key"] = Request("r-2", by: stranger),
            ["no id"] = Request(null),
            ["over"] = Request("r-3", life: TimeSpan.FromSeconds(-1)),
            ["an hour"] = Request("r-4", life: TimeSpan.FromHours(1)),
            ["for elsewhere"] = Request("r-5", audience: "https://cobrowse.elsewhere.example/api/portal/watched"),
            ["of nobody"] = Request("r-6", issuer: "https://evil.example"),
            ["a customer's token"] = bank.TokenFor(node, "c-1"),
            ["an agent's token"] = await node.SignInAsync("alex"),
        };
        foreach (var (what, token) in refused)
        {
            var answer = await AskAsync("reference=c-1", token);
            Assert.Equal((what, HttpStatusCode.Forbidden, "NotAllowed"), (what, answer.StatusCode, await Node.ReasonAsync(answer)));
        }

        Assert.Equal("InvalidRequest", await Node.ReasonAsync(await AskAsync("", Request("r-7"))));
        Assert.Equal("InvalidRequest", await Node.ReasonAsync(await AskAsync("reference=a&session=b", Request("r-8"))));
        lock (node.Log)
            Assert.DoesNotContain(node.Log, line => line.Contains("c-1", StringComparison.Ordinal) || line.Contains(request, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Another_tenants_session_is_watched_by_nobody_that_this_one_may_know_of()
    {
        var opened = await node.OpenAsync("other");
        Assert.False((await AnswerAsync($"session={opened.SessionId}", "r-1")).GetProperty("watched").GetBoolean());
    }

    /// <summary>The answer, checked by the published keys as a backend would.</summary>
    private async Task<JsonElement> AnswerAsync(string query, string id)
    {
        var answer = await AskAsync(query, Request(id));
        Assert.Equal((HttpStatusCode.OK, "application/jwt"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        var keys = new JsonWebKeySet(await node.Http.GetStringAsync("/api/portal/keys"));
        var text = await answer.Content.ReadAsStringAsync();
        var result = await new JsonWebTokenHandler().ValidateTokenAsync(text, new TokenValidationParameters
        {
            ValidIssuer = "cobrowse",
            ValidAudience = Engine,
            IssuerSigningKeys = keys.GetSigningKeys(),
            ValidAlgorithms = ["ES256"],
        });
        Assert.True(result.IsValid, result.Exception?.Message);
        return JsonDocument.Parse(Base64UrlEncoder.Decode(text.Split('.')[1])).RootElement;
    }

    private Task<HttpResponseMessage> AskAsync(string query, string? token) =>
        node.SendAsync(new HttpRequestMessage(HttpMethod.Get, $"/api/portal/watched?{query}"), null, token);

    private string Request(string? id, string? audience = null, string issuer = Engine, TimeSpan? life = null, ECDsa? by = null) =>
        new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = issuer,
            Audience = audience ?? new Uri(node.Address, "/api/portal/watched").ToString(),
            Expires = (node.Time.GetUtcNow() + (life ?? TimeSpan.FromMinutes(1))).UtcDateTime,
            SigningCredentials = new SigningCredentials(new ECDsaSecurityKey(by ?? key), SecurityAlgorithms.EcdsaSha256),
            Claims = id is null ? [] : new Dictionary<string, object> { ["jti"] = id },
        });

    private string Hs256(string claims)
    {
        var text = $"{Base64UrlEncoder.Encode("""{"alg":"HS256","typ":"JWT"}""")}.{claims}";
        var code = HMACSHA256.HashData(key.ExportSubjectPublicKeyInfo(), System.Text.Encoding.ASCII.GetBytes(text));
        return $"{text}.{Base64UrlEncoder.Encode(code)}";
    }
}
