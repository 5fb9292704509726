using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using CoBrowse.Protocol;
using CoBrowse.Server.Tests.Hosting;
using CoBrowse.Tests;

namespace CoBrowse.Server.Tests.Snippet;

public sealed class SnippetSwitchTests
{
    private const string Path = "/api/admin/snippet";

    [Fact]
    public async Task A_tenants_manifest_says_where_its_snippet_is_stopped_and_others_say_nothing()
    {
        using var web = Built();
        await using var node = new TestNode(null, ("Web:Path", web.Path));
        Assert.False((await ManifestAsync(node)).TryGetProperty("off", out _));
        await SwitchAsync(node, new { pages = new[] { "/transfers/*", "/a.b" }, percent = 25 });
        var manifest = await ManifestAsync(node);
        Assert.Equal("session-1.js", manifest.GetProperty("session").GetString());
        Assert.Equal(25, manifest.GetProperty("off")[1].GetInt32());
        var pages = manifest.GetProperty("off")[0].GetString()!;
        foreach (var (path, stopped) in (ReadOnlySpan<(string, bool)>)
            [("/transfers/", true), ("/transfers/new/1", true), ("/a.b", true), ("/axb", false), ("/", false), ("/x/transfers/1", false), ("/a.b/c", false)])
        {
            Assert.Equal(stopped, Regex.IsMatch(path, pages, RegexOptions.ECMAScript));
        }

        Assert.False((await ManifestAsync(node, "other")).TryGetProperty("off", out _));
        Assert.False((await ManifestAsync(node, null)).TryGetProperty("off", out _));

        await SwitchAsync(node, new { off = true });
        var everywhere = (await ManifestAsync(node)).GetProperty("off");
        Assert.Equal(100, everywhere[1].GetInt32());
        Assert.DoesNotMatch(everywhere[0].GetString()!, "/");
        await SwitchAsync(node, new { });
        Assert.False((await ManifestAsync(node)).TryGetProperty("off", out _));
    }

    [Fact]
    public async Task Any_page_may_ask_and_no_cache_keeps_the_answer_for_long()
    {
        using var web = Built();
        await using var node = new TestNode(null, ("Web:Path", web.Path));
        var running = await node.Http.GetAsync("/snippet/manifest.json?tenant=demo");
        Assert.True(running.Headers.CacheControl!.MaxAge <= TimeSpan.FromSeconds(30));
        await SwitchAsync(node, new { percent = 1 });
        var stopped = await node.Http.GetAsync("/snippet/manifest.json?tenant=demo");
        Assert.True(stopped.Headers.CacheControl!.NoCache);
        foreach (var answer in (HttpResponseMessage[])[running, stopped])
            Assert.Equal("*", answer.Headers.GetValues("Access-Control-Allow-Origin").Single());
    }

    [Fact]
    public async Task Off_everywhere_no_session_opens_and_those_that_run_are_over_within_a_minute()
    {
        await using var node = new TestNode();
        await using var session = await node.RunAsync();
        await SwitchAsync(node, new { off = true });
        Assert.Equal("NotAllowed", await Node.ReasonAsync(await node.PostAsync("/api/customer/sessions", new { tenant = "demo" }, Node.Portal)));
        for (var passed = TimeSpan.Zero; passed < TimeSpan.FromSeconds(60); passed += TimeSpan.FromSeconds(10))
            node.Time.Advance(TimeSpan.FromSeconds(10));
        var end = await session.Agent.NextAsync<SessionView>(nameof(IAgentClient.SessionChanged), view => view.State == SessionState.Ended);
        Assert.Equal(EndReason.Expired, end.EndReason);
        await SwitchAsync(node, new { });
        await node.OpenAsync();
    }

    [Fact]
    public async Task The_switch_outlives_a_restart_and_the_operators_cannot_be_undone()
    {
        using var web = Built();
        using var data = new TemporaryFolder("switch");
        await using (var node = new TestNode(data.Path))
            await SwitchAsync(node, new { pages = new[] { "/mine" }, percent = 10 });
        await using (var node = new TestNode(data.Path, ("Web:Path", web.Path), ("Tenants:demo:Snippet:Percent", "5"), ("Tenants:demo:Snippet:Pages:0", "/theirs")))
        {
            var view = await SwitchAsync(node, new { percent = 3 });
            Assert.Equal((3, 5), (view.GetProperty("set").GetProperty("percent").GetInt32(), view.GetProperty("holds").GetProperty("percent").GetInt32()));
            Assert.Equal("^(?:/theirs)$", (await ManifestAsync(node)).GetProperty("off")[0].GetString());
        }
    }

    [Fact]
    public async Task Who_does_not_administer_switches_nothing_and_mistakes_are_named()
    {
        await using var node = new TestNode();
        var request = new HttpRequestMessage(HttpMethod.Put, Path) { Content = JsonContent.Create(new { off = true }) };
        Assert.Equal(HttpStatusCode.Forbidden, (await node.SendAsync(request, null, await node.SignInAsync("sam"))).StatusCode);
        var wrong = new HttpRequestMessage(HttpMethod.Put, Path) { Content = JsonContent.Create(new { percent = 101, pages = new[] { "x", "/y" } }) };
        var answer = await node.SendAsync(wrong, null, await node.SignInAsync("kim"));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(2, (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("mistakes").GetArrayLength());
        Assert.Contains(
            "Tenants:demo:Snippet: percent",
            Assert.ThrowsAny<Exception>(() => new TestNode(null, ("Tenants:demo:Snippet:Percent", "-1"))).ToString(),
            StringComparison.Ordinal);
    }

    private static TemporaryFolder Built()
    {
        var web = new TemporaryFolder("web");
        var snippet = Directory.CreateDirectory(System.IO.Path.Combine(web.Path, "snippet")).FullName;
        File.WriteAllText(System.IO.Path.Combine(snippet, "manifest.json"), """{"session":"session-1.js","button":"button-1.js"}""");
        return web;
    }

    private static Task<JsonElement> ManifestAsync(TestNode node, string? tenant = "demo") =>
        node.Http.GetFromJsonAsync<JsonElement>($"/snippet/manifest.json{(tenant is null ? "" : $"?tenant={tenant}")}");

    private static async Task<JsonElement> SwitchAsync(TestNode node, object to)
    {
        var request = new HttpRequestMessage(HttpMethod.Put, Path) { Content = JsonContent.Create(to) };
        var answer = await node.SendAsync(request, null, await node.SignInAsync("kim"));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }
}
