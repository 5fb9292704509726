using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using CoBrowse.Server.Tenants;
using CoBrowse.Server.Tests.Hosting;
using CoBrowse.Tests;
using Microsoft.Extensions.DependencyInjection;

namespace CoBrowse.Server.Tests.Web;

public sealed class WebTests
{
    [Theory]
    [InlineData("no-quirks", "<!doctype html><html>")]
    [InlineData("limited-quirks", "<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Transitional//EN\"")]
    [InlineData("quirks", "<html><head>")]
    public async Task A_replicas_shell_is_constant_and_may_load_nothing_but_assets(string mode, string start)
    {
        await using var node = new TestNode();
        var answer = await node.Http.GetAsync($"/console/replica/{mode}");
        Assert.StartsWith(start, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        Assert.StartsWith("default-src 'none';", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("script-src", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("http", policy, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await node.Http.GetAsync("/console/replica/other")).StatusCode);
    }

    [Fact]
    public async Task Web_files_carry_the_headers_of_their_part()
    {
        using var folder = new TemporaryFolder("web");
        var web = new DirectoryInfo(folder.Path);
        await File.WriteAllTextAsync(Path.Combine(web.CreateSubdirectory("console").FullName, "index.html"), "<!doctype html>console");
        await File.WriteAllTextAsync(Path.Combine(web.CreateSubdirectory("snippet").FullName, "cobrowse.js"), "loader");
        await File.WriteAllTextAsync(Path.Combine(web.FullName, "snippet", "session-ABCD.js"), "session");
        await using (var node = new TestNode(null, ("Web:Path", web.FullName)))
        {
            foreach (var page in (string[])["/console/", "/console/sessions/one"])
            {
                var console = await node.Http.GetAsync(page);
                Assert.Equal("<!doctype html>console", await console.Content.ReadAsStringAsync());
                var policy = console.Headers.GetValues("Content-Security-Policy").Single();
                Assert.Contains("script-src 'self'; style-src 'self';", policy, StringComparison.Ordinal);
                Assert.EndsWith("; require-trusted-types-for 'script'; trusted-types 'none'", policy, StringComparison.Ordinal);
                Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
            }

            Assert.Equal(HttpStatusCode.NotFound, (await node.Http.GetAsync("/console/assets/missing.js")).StatusCode);
            var loader = await node.Http.GetAsync("/snippet/cobrowse.js");
            Assert.Equal((TimeSpan.FromMinutes(5), "*"), (loader.Headers.CacheControl!.MaxAge, loader.Headers.GetValues("Access-Control-Allow-Origin").Single()));
            var chunk = await node.Http.GetAsync("/snippet/session-ABCD.js");
            Assert.Equal(TimeSpan.FromDays(365), chunk.Headers.CacheControl!.MaxAge);
        }
    }

    [Fact]
    public async Task A_pinned_snippet_outlives_the_build_that_it_is_of()
    {
        using var folder = new TemporaryFolder("web");
        using var data = new TemporaryFolder("data");
        var snippet = Directory.CreateDirectory(Path.Combine(folder.Path, "snippet")).FullName;
        await File.WriteAllTextAsync(Path.Combine(snippet, "cobrowse.js"), "one");
        await File.WriteAllTextAsync(Path.Combine(snippet, "cobrowse-1111.js"), "pinned one");
        await using (var node = new TestNode(data.Path, ("Web:Path", folder.Path)))
            Assert.Equal("pinned one", await node.Http.GetStringAsync("/snippet/cobrowse-1111.js"));

        File.Delete(Path.Combine(snippet, "cobrowse-1111.js"));
        await File.WriteAllTextAsync(Path.Combine(snippet, "cobrowse.js"), "two");
        await File.WriteAllTextAsync(Path.Combine(snippet, "cobrowse-2222.js"), "pinned two");
        await using (var node = new TestNode(data.Path, ("Web:Path", folder.Path)))
        {
            foreach (var (name, content) in new[] { ("cobrowse.js", "two"), ("cobrowse-1111.js", "pinned one"), ("cobrowse-2222.js", "pinned two") })
                Assert.Equal(content, await node.Http.GetStringAsync($"/snippet/{name}"));
        }

        // A year and more after the server last had it, a build is gone.
        File.SetLastWriteTimeUtc(Path.Combine(data.Path, "snippet", "cobrowse-1111.js"), DateTime.UtcNow.AddDays(-401));
        await using (var node = new TestNode(data.Path, ("Web:Path", folder.Path)))
            Assert.Equal(HttpStatusCode.NotFound, (await node.Http.GetAsync("/snippet/cobrowse-1111.js")).StatusCode);
    }

    [Theory]
    [InlineData("{", "application/json")]
    [InlineData("[]", "application/json")]
    [InlineData("{}", "text/plain")]
    public async Task A_broken_body_is_an_invalid_request(string body, string type)
    {
        await using var node = new TestNode();
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/customer/sessions")
        {
            Content = new StringContent(body, System.Text.Encoding.UTF8, type),
        };
        Assert.Equal("InvalidRequest", await TestNode.ReasonAsync(await node.SendAsync(request, TestNode.Portal)));
    }

    [Fact]
    public async Task It_is_alive_ready_and_documented()
    {
        await using var node = new TestNode();
        Assert.Equal(HttpStatusCode.OK, (await node.Http.GetAsync("/health/live")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await node.Http.GetAsync("/health/ready")).StatusCode);
        var document = await node.Http.GetFromJsonAsync<JsonElement>("/openapi/v1.json");
        var paths = document.GetProperty("paths").EnumerateObject().Select(path => path.Name).Order().ToList();
        Assert.Equal(
            [
                "/api/admin/policy", "/api/admin/policy/audit", "/api/admin/policy/check", "/api/admin/policy/proposals",
                "/api/admin/policy/proposals/{id}", "/api/admin/policy/proposals/{id}/approve", "/api/admin/policy/proposals/{id}/propose",
                "/api/admin/policy/proposals/{id}/reject", "/api/admin/policy/rollback", "/api/admin/policy/versions",
                "/api/admin/policy/versions/{number}", "/api/admin/retention", "/api/admin/retention/holds", "/api/admin/retention/holds/{id}/lift",
                "/api/admin/retention/sessions", "/api/admin/retention/sessions/{session}", "/api/admin/retention/sessions/{session}/audit", "/api/admin/retention/sessions/{session}/erase",
                "/api/admin/snippet", "/api/assets/missing", "/api/assets/{hash}", "/api/console/config", "/api/customer/invitations/answer", "/api/customer/invitations/next", "/api/customer/sessions",
                "/api/history", "/api/portal/keys", "/api/portal/watched", "/api/tickets",
            ],
            paths);
    }

    [Fact]
    public async Task A_portals_preflight_is_answered_and_a_strangers_is_not()
    {
        await using var node = new TestNode();
        foreach (var (origin, allowed) in ((string, bool)[])[(TestNode.Portal, true), ("https://evil.example", false)])
        {
            var request = new HttpRequestMessage(HttpMethod.Options, "/api/tickets");
            request.Headers.Add("Access-Control-Request-Method", "POST");
            request.Headers.Add("Access-Control-Request-Headers", "authorization");
            var answer = await node.SendAsync(request, origin);
            Assert.Equal(allowed, answer.Headers.Contains("Access-Control-Allow-Origin"));
        }
    }

    [Theory]
    [InlineData("https://portal.example", "Warning A page at https://portal.example was refused: no tenant has this origin")]
    [InlineData("null", "Warning A page without an origin was refused")]
    public async Task The_log_tells_once_of_a_page_that_belongs_to_no_tenant(string origin, string expected)
    {
        await using var node = new TestNode();
        for (var asked = 0; asked < 3; asked++)
        {
            var request = new HttpRequestMessage(HttpMethod.Options, "/api/customer/sessions");
            request.Headers.Add("Access-Control-Request-Method", "POST");
            await node.SendAsync(request, origin);
        }

        lock (node.Log)
            Assert.Single(node.Log, line => line.StartsWith(expected, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("nobody", "http://localhost:5999", "Warning A page at http://localhost:5999 names a tenant that is not configured")]
    [InlineData("other", "http://localhost:5999", "Warning A page at http://localhost:5999 names the tenant other, whose portal is elsewhere")]
    [InlineData("other", "https://evil.example", "Warning A page at https://evil.example was refused: no tenant has this origin")]
    public async Task The_log_tells_once_of_a_page_that_names_a_wrong_tenant(string tenant, string origin, string expected)
    {
        await using var node = new TestNode(
            null,
            ("Tenants:other:Origins:0", "https://other.example"),
            ("Tenants:other:Issuer:Authority", "https://login.other.example"),
            ("Tenants:other:Issuer:Audience", "cobrowse"),
            ("Tenants:other:Issuer:ClientId", "console"));
        for (var asked = 0; asked < 3; asked++)
            await node.PostAsync("/api/customer/sessions", new { tenant }, origin);
        lock (node.Log)
        {
            var told = Assert.Single(node.Log, line => line.StartsWith("Warning A page", StringComparison.Ordinal));
            Assert.StartsWith(expected, told, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_log_tells_of_no_more_unknown_origins_than_it_may()
    {
        await using var node = new TestNode();
        var refused = node.Services.GetRequiredService<RefusedPortals>();
        for (var portal = 0; portal <= RefusedPortals.Most; portal++)
            refused.UnknownOrigin($"https://portal{portal}.example");
        lock (node.Log)
            Assert.Equal(RefusedPortals.Most, node.Log.Count(line => line.Contains("no tenant has this origin", StringComparison.Ordinal)));
    }
}
