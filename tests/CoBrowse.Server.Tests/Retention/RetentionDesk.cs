using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using CoBrowse.Server.Tests.Hosting;

namespace CoBrowse.Server.Tests.Retention;

/// <summary>An administrator who sees what is kept, holds it, and erases it; signed in anew each time, since clocks are moved.</summary>
internal sealed class RetentionDesk(Node node, string administrator = "robin")
{
    public const string Path = "/api/admin/retention";

    public async Task<JsonElement> GetAsync(string path)
    {
        var answer = await node.SendAsync(new HttpRequestMessage(HttpMethod.Get, Path + path), null, await node.SignInAsync(administrator));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    public async Task<HttpResponseMessage> PostAsync(string path, object body) => await node.PostAsync(Path + path, body, null, await node.SignInAsync(administrator));

    public async Task<string?> RefusalAsync(string path, object? body = null)
    {
        var method = body is null ? HttpMethod.Get : HttpMethod.Post;
        var request = new HttpRequestMessage(method, Path + path) { Content = body is null ? null : JsonContent.Create(body) };
        var answer = await node.SendAsync(request, null, await node.SignInAsync(administrator));
        Assert.False(answer.IsSuccessStatusCode);
        return await Node.ReasonAsync(answer);
    }

    public async Task<string> HoldAsync(string session, string reason = "case 1")
    {
        var answer = await PostAsync("/holds", new { sessionId = session, reason });
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;
    }

    public async Task LiftAsync(string hold) =>
        Assert.Equal(HttpStatusCode.OK, (await PostAsync($"/holds/{hold}/lift", new { reason = "settled" })).StatusCode);

    public async Task EraseAsync(string session, bool keepAudit = false) =>
        Assert.Equal(HttpStatusCode.OK, (await PostAsync($"/sessions/{session}/erase", new { reference = "DSR-17", keepAudit })).StatusCode);

    /// <summary>For what it is no longer kept.</summary>
    public async Task<string> ErasedAsync(string session) => string.Join(',', (await GetAsync($"/sessions/{session}")).GetProperty("kept")
        .EnumerateArray()
        .Where(kept => kept.GetProperty("erasedAt").ValueKind != JsonValueKind.Null)
        .Select(kept => kept.GetProperty("purpose").GetString()));

    /// <summary>Waits for a round of the sweep to have done it.</summary>
    public async Task ErasedAsync(string session, string purposes)
    {
        var deadline = DateTime.UtcNow + HubLink.Patience;
        while (await ErasedAsync(session) != purposes)
        {
            Assert.True(DateTime.UtcNow < deadline, $"{await ErasedAsync(session)} is erased, and not {purposes}.");
            await Task.Delay(5);
        }
    }

    public async Task<IReadOnlyList<(string Kind, string Actor, string Detail)>> LedgerAsync()
    {
        var answer = await node.SendAsync(new HttpRequestMessage(HttpMethod.Get, "/api/admin/policy/audit"), null, await node.SignInAsync(administrator));
        var lines = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return [.. lines.EnumerateArray().Reverse().Select(line =>
            (line.GetProperty("kind").GetString()!, line.GetProperty("actor").GetString()!, line.GetProperty("detail").GetString() ?? ""))];
    }
}
