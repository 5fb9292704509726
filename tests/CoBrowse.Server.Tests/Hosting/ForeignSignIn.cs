using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CoBrowse.Tests.EndToEnd.Product;
using Microsoft.AspNetCore.WebUtilities;

namespace CoBrowse.Server.Tests.Hosting;

/// <summary>Signs somebody in at the foreign issuer by its own pages: password, authorization code, PKCE.</summary>
internal static class ForeignSignIn
{
    public static readonly Uri Console = new("http://localhost/console/");

    private const string Verifier = "another-verifier-of-the-tests-that-is-long-enough-for-pkce";

    public static async Task<JsonElement> SignInAsync(
        this ForeignIssuerProcess issuer, string name, string scope = ForeignIssuerProcess.Scope)
    {
        using var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = issuer.Address };
        var authorize = QueryHelpers.AddQueryString("/connect/authorize", new Dictionary<string, string?>
        {
            ["response_type"] = "code",
            ["client_id"] = ForeignIssuerProcess.ClientId,
            ["redirect_uri"] = Console.ToString(),
            ["scope"] = scope,
            ["state"] = "the-state",
            ["code_challenge"] = WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier))),
            ["code_challenge_method"] = "S256",
        });
        var page = (await browser.GetAsync(authorize)).Headers.Location!;
        var back = await browser.PostAsync(page, new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["name"] = name,
            ["password"] = ForeignIssuerProcess.Password,
        }));
        Assert.Equal(HttpStatusCode.Found, back.StatusCode);
        var answer = (await browser.GetAsync(back.Headers.Location)).Headers.Location!;
        Assert.Equal(Console.GetLeftPart(UriPartial.Path), answer.GetLeftPart(UriPartial.Path));
        var (status, tokens) = await issuer.RedeemAsync(new Dictionary<string, string>
        {
            ["grant_type"] = "authorization_code",
            ["redirect_uri"] = Console.ToString(),
            ["code"] = QueryHelpers.ParseQuery(answer.Query)["code"].ToString(),
            ["code_verifier"] = Verifier,
        });
        Assert.Equal(HttpStatusCode.OK, status);
        return tokens;
    }

    public static async Task<(HttpStatusCode Status, JsonElement Answer)> RenewAsync(this ForeignIssuerProcess issuer, JsonElement tokens) =>
        await issuer.RedeemAsync(new Dictionary<string, string>
        {
            ["grant_type"] = "refresh_token",
            ["refresh_token"] = tokens.GetProperty("refresh_token").GetString()!,
        });

    public static string Access(this JsonElement tokens) => tokens.GetProperty("access_token").GetString()!;

    private static async Task<(HttpStatusCode Status, JsonElement Answer)> RedeemAsync(
        this ForeignIssuerProcess issuer, Dictionary<string, string> form)
    {
        using var http = new HttpClient();
        form["client_id"] = ForeignIssuerProcess.ClientId;
        var answer = await http.PostAsync(new Uri(issuer.Address, "/connect/token"), new FormUrlEncodedContent(form));
        return (answer.StatusCode, await answer.Content.ReadFromJsonAsync<JsonElement>());
    }
}
