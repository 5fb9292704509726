using System.Net;
using System.Text.RegularExpressions;
using CoBrowse.Server.Tests.Hosting;

namespace CoBrowse.Server.Tests.Web;

public sealed class DemoPortalTests
{
    [Fact]
    public async Task Every_page_of_the_demo_bank_embeds_the_snippet_of_this_server_under_a_strict_policy()
    {
        await using var node = await BuiltNode.StartAsync();
        using var http = new HttpClient { BaseAddress = node.Bank };
        var server = node.Address.GetLeftPart(UriPartial.Authority);
        var pages = Directory.EnumerateFiles(CoBrowse.Tests.Repository.Path("client-js", "demo"), "*.html").Select(Path.GetFileNameWithoutExtension).ToList();
        Assert.Contains("index", pages);
        foreach (var page in pages)
        {
            var answer = await http.GetAsync(page == "index" ? "/" : $"/{page}");
            var html = await answer.Content.ReadAsStringAsync();
            Assert.Equal((page, HttpStatusCode.OK), (page, answer.StatusCode));
            Assert.DoesNotContain("%COBROWSE", html, StringComparison.Ordinal);
            Assert.DoesNotMatch(new Regex("<style|\\sstyle=|\\son\\w+=|<script(?![^>]*\\ssrc=)", RegexOptions.IgnoreCase), html);
            var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
            Assert.StartsWith("default-src 'none';", policy, StringComparison.Ordinal);
            Assert.Contains($"script-src 'self' {server};", policy, StringComparison.Ordinal);
            Assert.Contains("require-trusted-types-for 'script'", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        }

        var home = await http.GetStringAsync("/");
        Assert.Contains($"src=\"{server}/snippet/cobrowse.js\"", home, StringComparison.Ordinal);
        // The bank is another origin and nothing but a bank: no console, no hubs.
        foreach (var path in (string[])["/console/", "/api/console/config", "/dev/issuer/jwks", "/hubs/customer/negotiate", "/nothing"])
            Assert.Equal((path, HttpStatusCode.NotFound), (path, (await http.GetAsync(path)).StatusCode));
    }
}
