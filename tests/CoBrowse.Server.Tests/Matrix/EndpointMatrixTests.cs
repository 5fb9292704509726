using System.Net;
using System.Net.Http.Json;
using CoBrowse.Server.Tests.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CoBrowse.Server.Tests.Matrix;

/// <summary>Every HTTP endpoint by every kind of caller: who may come in, and that all others learn a reason and no more.</summary>
public sealed class EndpointMatrixTests
{
    private static readonly string[] Everybody =
        ["nobody", "garbage", "expired", "customer", "agent", "supervisor", "administrator", "disabled", "ticket"];

    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["/api/customer/sessions"] = Everybody,
        // The customer's identity token is in the body, and this tenant takes none.
        ["/api/customer/invitations"] = [],
        // A signed request is its own caller, and this tenant takes none.
        ["/api/portal/watched"] = [],
        ["/api/portal/keys"] = Everybody,
        ["/api/tickets"] = ["customer", "agent", "supervisor"],
        ["/api/assets"] = ["customer"],
        ["/api/history"] = ["agent", "supervisor"],
        ["/api/admin"] = ["supervisor", "administrator"],
        ["/hubs/customer"] = [],
        ["/hubs/agent"] = [],
        // The capability in the address is the caller, and this one is made up.
        ["/assets/"] = [],
        // What needs no caller: pages and their settings, the demo's issuer, health.
        ["/api/console/config"] = Everybody,
        ["/console"] = Everybody,
        ["/snippet"] = Everybody,
        ["/dev/issuer"] = Everybody,
        ["/health"] = Everybody,
        ["/openapi"] = Everybody,
        ["/"] = Everybody,
    };

    [Fact]
    public async Task Every_endpoint_lets_in_whom_it_must_and_refuses_all_others_with_a_reason()
    {
        await using var node = new TestNode(null, ("Tenants:demo:DisabledAgents:0", "sam"));
        var tokens = await TokensAsync(node);
        var wrong = new List<string>();
        var tried = 0;
        foreach (var endpoint in node.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>())
        {
            var pattern = $"/{endpoint.RoutePattern.RawText?.TrimStart('/')}";
            var rule = Allowed.Keys.Where(prefix => prefix == "/" ? pattern == "/" : pattern.StartsWith(prefix, StringComparison.Ordinal)).MaxBy(prefix => prefix.Length);
            Assert.True(rule is not null, $"{pattern} is new: say here who may call it.");
            foreach (var method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET", "POST"])
            {
                foreach (var who in Everybody)
                {
                    tried++;
                    var answer = await AskAsync(node, method, pattern, tokens[who], who == "customer" ? Node.Portal : null);
                    var refused = answer.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden;
                    if (refused == Allowed[rule].Contains(who) && !(refused && rule == "/api/customer/sessions"))
                        wrong.Add($"{method} {pattern} by {who}: {(int)answer.StatusCode}");
                    if (refused && !rule.StartsWith("/dev", StringComparison.Ordinal) && string.IsNullOrEmpty(await Node.ReasonAsync(answer)))
                        wrong.Add($"{method} {pattern} by {who}: no reason");
                    if (answer.StatusCode >= HttpStatusCode.InternalServerError)
                        wrong.Add($"{method} {pattern} by {who}: {(int)answer.StatusCode}");
                }
            }
        }

        Assert.Empty(wrong);
        Assert.True(tried > 200, $"{tried} requests");
    }

    private static async Task<Dictionary<string, string?>> TokensAsync(TestNode node)
    {
        var expired = await node.SignInAsync("alex");
        node.Time.Advance(TimeSpan.FromHours(2));
        var agent = await node.SignInAsync("alex");
        return new()
        {
            ["nobody"] = null,
            ["garbage"] = "not.a.token",
            ["expired"] = expired,
            ["customer"] = (await node.OpenAsync()).Token,
            ["agent"] = agent,
            ["supervisor"] = await node.SignInAsync("kim"),
            ["administrator"] = await node.SignInAsync("robin"),
            ["disabled"] = await node.SignInAsync("sam"),
            ["ticket"] = await node.TicketAsync(agent, null),
        };
    }

    private static Task<HttpResponseMessage> AskAsync(TestNode node, string method, string pattern, string? token, string? origin)
    {
        var path = System.Text.RegularExpressions.Regex.Replace(pattern, @"\{[^}]*\}", match =>
            match.Value.Contains("guid", StringComparison.Ordinal) ? Guid.Empty.ToString() : match.Value.Contains("int", StringComparison.Ordinal) ? "1" : "x");
        var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (method is "POST" or "PUT")
            request.Content = JsonContent.Create(new { });
        return node.SendAsync(request, origin, token);
    }
}
