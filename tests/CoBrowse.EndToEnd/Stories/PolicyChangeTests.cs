using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using CoBrowse.Tests.EndToEnd.Driving;
using Xunit;

namespace CoBrowse.Tests.EndToEnd.Stories;

[Collection(nameof(ProductCollection))]
public sealed class PolicyChangeTests(ProductFixture product)
{
    [Fact]
    public async Task POLICY_3_what_an_administrator_masks_goes_from_a_replica_that_shows_it()
    {
        await using var meeting = await Meeting.StartAsync(product.Browsers, product.Server, new Uri(product.Server.Portal, "/accounts.html"));
        // Found by no other page, so that the mask means nothing to the stories that follow.
        await meeting.Customer.Page.EvaluateAsync(
            "() => document.querySelector('main').prepend(Object.assign(document.createElement('p'), { id: 'told', className: 'story-secret', textContent: 'CANARY' }))");
        await meeting.Agent.ReplicaShowsAsync("the text", "document.querySelector('#told')?.textContent === 'CANARY'");

        await MaskAsync(".story-secret");
        await meeting.Agent.ReplicaShowsAsync("the mask", "/^•+$/.test(document.querySelector('main > p').textContent) && !document.documentElement.outerHTML.includes('CANARY')");
        await meeting.Customer.Page.EvaluateAsync("() => { document.querySelector('h1').textContent = 'Goes on' }");
        await meeting.Agent.ReplicaShowsAsync("what came after", "document.querySelector('h1').textContent === 'Goes on'");
    }

    /// <summary>Kim adds a mask, which needs nobody else.</summary>
    private async Task MaskAsync(string selector)
    {
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = product.Server.Address };
        const string back = "http://localhost/console/";
        const string verifier = "a-verifier-of-the-stories-that-is-long-enough-for-pkce";
        var challenge = Convert.ToBase64String(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.ASCII.GetBytes(verifier)))
            .TrimEnd('=').Replace('+', '-').Replace('/', '_');
        var signedIn = await http.GetAsync(
            $"/dev/issuer/authorize?response_type=code&client_id=agent-console&redirect_uri={Uri.EscapeDataString(back)}&state=s&code_challenge={challenge}&code_challenge_method=S256&agent=kim");
        var code = System.Web.HttpUtility.ParseQueryString(signedIn.Headers.Location!.Query)["code"]!;
        var tokens = await http.PostAsync("/dev/issuer/token", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "authorization_code",
            ["client_id"] = "agent-console",
            ["redirect_uri"] = back,
            ["code"] = code,
            ["code_verifier"] = verifier,
        }));
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Bearer", (await tokens.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("access_token").GetString());

        var document = (await http.GetFromJsonAsync<JsonNode>("/api/admin/policy"))!["document"]!;
        document["mask"]!.AsArray().Add(selector);
        var draft = await http.PostAsJsonAsync("/api/admin/policy/proposals", new { document });
        draft.EnsureSuccessStatusCode();
        var proposed = await http.PostAsync($"{draft.Headers.Location}/propose", null);
        Assert.Equal("Published", (await proposed.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("state").GetString());
    }
}
