using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;

namespace CoBrowse.Server.Tests.Hosting;

/// <summary>Signs a demo agent in as the console does: authorization code with PKCE.</summary>
internal static class AgentSignIn
{
    public static async Task<string> SignInAsync(this Node node, string agent)
    {
        var tokens = await RedeemAsync(node, await CodeAsync(node, agent), Verifier);
        return tokens.GetProperty("access_token").GetString()!;
    }

    public const string Verifier = "a-verifier-of-the-tests-that-is-long-enough-for-pkce";

    public static async Task<string> CodeAsync(Node node, string agent)
    {
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = node.Address };
        var answer = await http.GetAsync(AuthorizeUrl(agent));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var query = QueryHelpers.ParseQuery(answer.Headers.Location!.Query);
        Assert.Equal("the-state", query["state"]);
        return query["code"].ToString();
    }

    public static string AuthorizeUrl(string? agent) => QueryHelpers.AddQueryString("/dev/issuer/authorize", new Dictionary<string, string?>
    {
        ["response_type"] = "code",
        ["client_id"] = "agent-console",
        ["redirect_uri"] = "http://localhost/console/",
        ["state"] = "the-state",
        ["code_challenge"] = WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier))),
        ["code_challenge_method"] = "S256",
        ["agent"] = agent,
    });

    public static async Task<JsonElement> RedeemAsync(Node node, string code, string verifier)
    {
        var answer = await node.Http.PostAsync("/dev/issuer/token", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "authorization_code",
            ["client_id"] = "agent-console",
            ["redirect_uri"] = "http://localhost/console/",
            ["code"] = code,
            ["code_verifier"] = verifier,
        }));
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }
}
