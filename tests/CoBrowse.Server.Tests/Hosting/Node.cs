using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using CoBrowse.Server.Sessions;
using CoBrowse.Server.Tickets;

namespace CoBrowse.Server.Tests.Hosting;

/// <summary>A running server, and what a browser asks of it over HTTP.</summary>
public abstract class Node : IAsyncDisposable
{
    public const string Portal = "http://localhost:5999";

    public abstract HttpClient Http { get; }

    public Uri Address => Http.BaseAddress!;

    public async Task<OpenedSession> OpenAsync(string tenant = "demo", string origin = Portal)
    {
        var answer = await PostAsync("/api/customer/sessions", new { tenant, topic = "mortgage" }, origin);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<OpenedSession>())!;
    }

    public Task<HttpResponseMessage> PostAsync(string path, object? body, string? origin = null, string? token = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path);
        if (body is not null)
            request.Content = JsonContent.Create(body);
        return SendAsync(request, origin, token);
    }

    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, string? origin = null, string? token = null)
    {
        if (origin is not null)
            request.Headers.Add("Origin", origin);
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return Http.SendAsync(request);
    }

    public async Task<string> TicketAsync(string token, string? origin)
    {
        var answer = await PostAsync("/api/tickets", null, origin, token);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<SoldTicket>())!.Ticket;
    }

    /// <summary>The reason that a refusal names.</summary>
    public static async Task<string?> ReasonAsync(HttpResponseMessage answer)
    {
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return problem.GetProperty("reason").GetString();
    }

    public abstract ValueTask DisposeAsync();
}
