using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using CoBrowse.Server.Sessions;
using CoBrowse.Server.Tickets;
using CoBrowse.Sessions.Tests;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CoBrowse.Server.Tests.Hosting;

/// <summary>The real server on a real port, with a data folder and a clock of the test's own.</summary>
public sealed class TestNode : IAsyncDisposable
{
    public const string Portal = "http://localhost:5999";

    private readonly Factory factory;
    private readonly bool ownsData;

    public TestNode(string? data = null, params (string Key, string Value)[] settings)
    {
        ownsData = data is null;
        Data = data ?? Directory.CreateTempSubdirectory("cobrowse node ").FullName;
        // The clock starts at the present: the framework's own parts go by the real one.
        Time = new ManualTime(DateTimeOffset.UtcNow);
        factory = new Factory(this, settings);
        factory.UseKestrel(0);
        factory.StartServer();
        Http = factory.CreateClient();
    }

    public string Data { get; }

    internal ManualTime Time { get; }

    public HttpClient Http { get; }

    public Uri Address => Http.BaseAddress!;

    public List<string> Log { get; } = [];

    public IServiceProvider Services => factory.Services;

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

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await factory.DisposeAsync();
        if (ownsData)
            Directory.Delete(Data, recursive: true);
    }

    private sealed class Factory(TestNode node, (string Key, string Value)[] settings) : WebApplicationFactory<Program>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseEnvironment("Development");
            builder.UseSetting("Storage:Path", node.Data);
            builder.UseSetting("DemoPortal:Address", string.Empty);
            builder.UseSetting("Sessions:OpenedPerMinute", "1000");
            builder.UseSetting("Tickets:PerMinute", "1000");
            foreach (var (key, value) in settings)
                builder.UseSetting(key, value);
            builder.ConfigureLogging(logging => logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddProvider(new ListLogger(node.Log)));
            builder.ConfigureTestServices(services => services.AddSingleton<TimeProvider>(node.Time));
        }
    }
}
