using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using CoBrowse.Server.Tests.Hosting;
using Microsoft.AspNetCore.WebUtilities;

namespace CoBrowse.Server.Tests.Identity;

public sealed class DevelopmentIssuerTests
{
    [Fact]
    public async Task The_sign_in_page_lists_the_demo_agents()
    {
        await using var node = new TestNode();
        var page = await node.Http.GetStringAsync(AgentSignIn.AuthorizeUrl(null));
        Assert.All(["Alex Morgan", "Sam Rivera", "Kim Sander"], name => Assert.Contains(name, page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_code_is_good_once_and_only_with_its_verifier()
    {
        await using var node = new TestNode();
        var stolen = await AgentSignIn.RedeemAsync(node, await AgentSignIn.CodeAsync(node, "alex"), "another-verifier-that-is-long-enough-as-well");
        Assert.Equal("invalid_grant", stolen.GetProperty("error").GetString());
        var code = await AgentSignIn.CodeAsync(node, "alex");
        Assert.True((await AgentSignIn.RedeemAsync(node, code, AgentSignIn.Verifier)).TryGetProperty("id_token", out _));
        Assert.Equal("invalid_grant", (await AgentSignIn.RedeemAsync(node, code, AgentSignIn.Verifier)).GetProperty("error").GetString());
    }

    [Fact]
    public async Task It_sends_nobody_to_an_address_elsewhere()
    {
        await using var node = new TestNode();
        var url = QueryHelpers.AddQueryString("/dev/issuer/authorize", new Dictionary<string, string?>
        {
            ["response_type"] = "code",
            ["client_id"] = "agent-console",
            ["redirect_uri"] = "https://evil.example/",
            ["code_challenge"] = "x",
            ["code_challenge_method"] = "S256",
            ["agent"] = "alex",
        });
        Assert.Equal(HttpStatusCode.BadRequest, (await node.Http.GetAsync(url)).StatusCode);
    }

    [Fact]
    public async Task An_id_token_a_renewal_token_an_unsigned_one_and_a_customers_key_are_no_access_tokens()
    {
        await using var node = new TestNode();
        var tokens = await AgentSignIn.RedeemAsync(node, await AgentSignIn.CodeAsync(node, "alex"), AgentSignIn.Verifier);
        var access = tokens.GetProperty("access_token").GetString()!;
        Assert.Equal(HttpStatusCode.OK, (await node.PostAsync("/api/tickets", null, null, access)).StatusCode);
        var parts = access.Split('.');
        var none = WebEncoders.Base64UrlEncode(Encoding.ASCII.GetBytes("""{"alg":"none","typ":"JWT"}"""));
        string[] others =
        [
            tokens.GetProperty("id_token").GetString()!,
            tokens.GetProperty("refresh_token").GetString()!,
            $"{none}.{parts[1]}.",
            $"{parts[0]}.{parts[1]}.{WebEncoders.Base64UrlEncode(new byte[64])}",
            "not.a.token",
            "nothing",
        ];
        foreach (var other in others)
            Assert.Equal(HttpStatusCode.Unauthorized, (await node.PostAsync("/api/tickets", null, null, other)).StatusCode);
    }

    [Fact]
    public async Task An_access_token_expires()
    {
        await using var node = new TestNode();
        var token = await node.SignInAsync("alex");
        node.Time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(HttpStatusCode.Unauthorized, (await node.PostAsync("/api/tickets", null, null, token)).StatusCode);
    }

    [Fact]
    public async Task The_console_is_told_where_to_sign_in()
    {
        await using var node = new TestNode();
        var config = await node.Http.GetFromJsonAsync<JsonElement>("/api/console/config");
        var authority = config.GetProperty("authority").GetString()!;
        var discovery = await node.Http.GetFromJsonAsync<JsonElement>(authority + "/.well-known/openid-configuration");
        Assert.Equal(authority, discovery.GetProperty("issuer").GetString());
        var keys = await node.Http.GetFromJsonAsync<JsonElement>(discovery.GetProperty("jwks_uri").GetString());
        Assert.Equal(["alg", "crv", "kid", "kty", "use", "x", "y"], keys.GetProperty("keys")[0].EnumerateObject().Select(part => part.Name).Order());
    }
}
