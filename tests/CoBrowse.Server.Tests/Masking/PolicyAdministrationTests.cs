using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using CoBrowse.Protocol;
using CoBrowse.Server.Tests.Hosting;
using CoBrowse.Sessions;
using CoBrowse.Storage;
using CoBrowse.Storage.Tenants;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CoBrowse.Server.Tests.Masking;

public sealed class PolicyAdministrationTests
{
    private const string Path = "/api/admin/policy";
    private const string Shows = """{"version":1,"text":"standard","allow":["h1"],"mask":[],"block":[]}""";
    private const string Hides = """{"version":1,"text":"strict","mask":[".name"]}""";

    [Fact]
    public async Task What_only_restricts_further_holds_at_once_and_is_pushed_to_the_page()
    {
        await using var node = new TestNode();
        await using var session = await node.RunAsync();
        var kim = await Desk.OpenAsync(node, "kim");
        // The demo's class rule stays: without it there would be more to see.
        var before = (await kim.GetAsync("/")).GetProperty("document").GetRawText();
        var draft = await kim.PostAsync("/proposals", new { document = Json(before.Replace("\"mask\":[]", "\"mask\":[\".name\"]", StringComparison.Ordinal)), note = "names" }, HttpStatusCode.Created);
        Assert.Equal("Draft", draft.GetProperty("state").GetString());
        var published = await kim.PostAsync($"/proposals/{Id(draft)}/propose", null);
        Assert.Equal(("Published", 2), (published.GetProperty("state").GetString(), published.GetProperty("version").GetInt32()));
        Assert.Contains(".name", await session.Customer.NextAsync<string>(nameof(ICustomerClient.PolicyChanged)), StringComparison.Ordinal);
        var version = await kim.GetAsync("/versions/2");
        Assert.Equal(
            ("kim", null, "names", true),
            (version.GetProperty("author").GetString(), version.GetProperty("approver").GetString(), version.GetProperty("note").GetString(), version.GetProperty("trusted").GetBoolean()));
    }

    [Theory]
    [InlineData("policy_versions", "Number = 99999999999", "/versions")]
    [InlineData("policy_versions", "Number = 99999999999", "/versions/1")]
    [InlineData("policy_proposals", "At = 9223372036854775807", "/proposals")]
    [InlineData("policy_proposals", "Id = 'a canary'", "/proposals")]
    [InlineData("tenant_audit", "At = 9223372036854775807", "/audit")]
    public async Task A_row_that_cannot_be_read_is_named_by_its_table_and_not_by_its_content(string table, string tampering, string path)
    {
        await using var node = new TestNode();
        var kim = await Desk.OpenAsync(node, "kim");
        await kim.ProposeAsync(Shows);
        await using (var context = await node.Services.GetRequiredService<IDbContextFactory<CoBrowseContext>>().CreateDbContextAsync())
        {
            await context.Database.ExecuteSqlRawAsync("DROP TRIGGER tenant_audit_stays");
            var sql = $"UPDATE {table} SET {tampering}, {(table == "tenant_audit" ? "Actor" : "Author")} = 'a canary'";
            Assert.True(await context.Database.ExecuteSqlRawAsync(sql) > 0);
        }

        using var request = new HttpRequestMessage(HttpMethod.Get, Path + path);
        var answer = await node.SendAsync(request, token: await node.SignInAsync("kim"));
        var said = await answer.Content.ReadAsStringAsync();
        Assert.Equal((HttpStatusCode.InternalServerError, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Contains($"A row of the table {table} cannot be read", said, StringComparison.Ordinal);
        Assert.Contains("audit verify", said, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_may_show_more_waits_for_a_second_person_who_saw_that_very_document()
    {
        await using var node = new TestNode();
        var (kim, robin) = (await Desk.OpenAsync(node, "kim"), await Desk.OpenAsync(node, "robin"));
        var proposal = await kim.ProposeAsync(Shows);
        Assert.Equal("Waiting", proposal.GetProperty("state").GetString());
        Assert.Contains("allow: added h1", proposal.GetProperty("showsMore").EnumerateArray().Select(place => place.GetString()));
        Assert.False(proposal.GetProperty("mayApprove").GetBoolean());
        Assert.Equal(1, (await kim.GetAsync("/")).GetProperty("version").GetInt32());

        var approve = $"/proposals/{Id(proposal)}/approve";
        var hash = proposal.GetProperty("hash").GetString();
        Assert.Equal("NotAllowed", await kim.RefusalAsync(approve, new { hash }));
        Assert.Equal("HashMismatch", await robin.RefusalAsync(approve, new { hash = new string('0', 64) }));
        Assert.Equal("HashMismatch", await robin.RefusalAsync(approve, new { }));
        Assert.True(Assert.Single((await robin.GetAsync("/proposals")).EnumerateArray().ToList()).GetProperty("mayApprove").GetBoolean());
        Assert.Equal("Published", (await robin.PostAsync(approve, new { hash })).GetProperty("state").GetString());
        var version = await robin.GetAsync("/versions/2");
        Assert.Equal(("kim", "robin"), (version.GetProperty("author").GetString(), version.GetProperty("approver").GetString()));
        Assert.Equal("WrongState", await robin.RefusalAsync(approve, new { hash }));
    }

    [Fact]
    public async Task What_waited_while_the_policy_changed_has_to_be_proposed_again()
    {
        await using var node = new TestNode();
        var (kim, robin) = (await Desk.OpenAsync(node, "kim"), await Desk.OpenAsync(node, "robin"));
        var proposal = await kim.ProposeAsync(Shows);
        await node.PublishAsync(Hides);
        Assert.Equal("WrongState", await robin.RefusalAsync($"/proposals/{Id(proposal)}/approve", new { hash = proposal.GetProperty("hash").GetString() }));
        Assert.Equal(2, (await kim.GetAsync("/")).GetProperty("version").GetInt32());
    }

    [Fact]
    public async Task A_document_that_was_swapped_while_it_waited_is_not_what_was_approved()
    {
        await using var node = new TestNode();
        var (kim, robin) = (await Desk.OpenAsync(node, "kim"), await Desk.OpenAsync(node, "robin"));
        var proposal = await kim.ProposeAsync(Shows);
        await using (var context = await node.Services.GetRequiredService<IDbContextFactory<CoBrowseContext>>().CreateDbContextAsync())
            Assert.Equal(1, await context.Database.ExecuteSqlRawAsync("UPDATE policy_proposals SET Document = CAST(replace(CAST(Document AS TEXT), 'h1', 'td') AS BLOB)"));
        Assert.Equal("HashMismatch", await robin.RefusalAsync($"/proposals/{Id(proposal)}/approve", new { hash = proposal.GetProperty("hash").GetString() }));
    }

    [Fact]
    public async Task Going_back_follows_the_same_rule()
    {
        await using var node = new TestNode();
        var (kim, robin) = (await Desk.OpenAsync(node, "kim"), await Desk.OpenAsync(node, "robin"));
        await node.PublishAsync(Hides);
        var back = await kim.PostAsync("/rollback", new { version = 1 });
        Assert.Equal("Waiting", back.GetProperty("state").GetString());
        await robin.PostAsync($"/proposals/{Id(back)}/approve", new { hash = back.GetProperty("hash").GetString() });
        var versions = (await robin.GetAsync("/versions")).EnumerateArray().ToList();
        Assert.Equal([3, 2, 1], versions.Select(version => version.GetProperty("version").GetInt32()));
        Assert.Equal(versions[2].GetProperty("hash").GetString(), versions[0].GetProperty("hash").GetString());
        await node.PublishAsync("""{"version":1,"text":"standard"}""");
        var stricter = await kim.PostAsync("/rollback", new { version = 2 });
        Assert.Equal(("Published", 5), (stricter.GetProperty("state").GetString(), stricter.GetProperty("version").GetInt32()));
        Assert.Equal("NotFound", await kim.RefusalAsync("/rollback", new { version = 99 }));
    }

    [Fact]
    public async Task A_proposal_can_be_refused_or_taken_back_and_drafts_are_their_authors()
    {
        await using var node = new TestNode();
        var (kim, robin) = (await Desk.OpenAsync(node, "kim"), await Desk.OpenAsync(node, "robin"));
        var draft = await kim.PostAsync("/proposals", new { document = Json(Shows) }, HttpStatusCode.Created);
        Assert.Empty((await robin.GetAsync("/proposals")).EnumerateArray().ToList());
        Assert.Equal("NotFound", await robin.RefusalAsync($"/proposals/{Id(draft)}/propose", null));
        Assert.Equal("NotFound", await robin.RefusalAsync($"/proposals/{Id(draft)}/reject", new { }));
        await kim.PostAsync($"/proposals/{Id(draft)}/propose", null);
        Assert.Equal("Rejected", (await robin.PostAsync($"/proposals/{Id(draft)}/reject", new { reason = "too much" })).GetProperty("state").GetString());
        Assert.Equal("WrongState", await robin.RefusalAsync($"/proposals/{Id(draft)}/approve", new { hash = draft.GetProperty("hash").GetString() }));
        Assert.Equal("WrongState", await kim.RefusalAsync($"/proposals/{Id(draft)}/propose", null));
        Assert.Equal("Rejected", (await kim.PostAsync($"/proposals/{Id(await kim.ProposeAsync(Shows))}/reject", new { })).GetProperty("state").GetString());
    }

    [Fact]
    public async Task Mistakes_in_a_document_are_all_named_and_a_check_says_where_it_shows_more()
    {
        await using var node = new TestNode();
        var kim = await Desk.OpenAsync(node, "kim");
        var answer = await kim.SendAsync("/proposals", new { document = Json("""{"version":1,"text":"loud","mask":["a("]}""") });
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(("InvalidRequest", 2), (problem.GetProperty("reason").GetString(), problem.GetProperty("mistakes").GetArrayLength()));
        Assert.Equal("InvalidRequest", await kim.RefusalAsync("/proposals", new { note = "nothing" }));
        var check = await kim.PostAsync("/check", new { document = Json(Shows) });
        Assert.Equal((0, true), (check.GetProperty("mistakes").GetArrayLength(), check.GetProperty("showsMore").GetArrayLength() > 0));
        Assert.Equal(1, (await kim.PostAsync("/check", new { document = Json("""{"version":2,"text":"strict"}""") })).GetProperty("mistakes").GetArrayLength());
    }

    [Fact]
    public async Task Every_step_is_in_the_tenants_audit()
    {
        await using var node = new TestNode();
        var (kim, robin) = (await Desk.OpenAsync(node, "kim"), await Desk.OpenAsync(node, "robin"));
        var proposal = await kim.ProposeAsync(Shows);
        await robin.PostAsync($"/proposals/{Id(proposal)}/approve", new { hash = proposal.GetProperty("hash").GetString() });
        await kim.PostAsync($"/proposals/{Id(await kim.ProposeAsync("""{"version":1,"text":"standard","allow":["h1","h2"]}"""))}/reject", new { });
        var ledger = node.Services.GetRequiredService<TenantLedger>();
        var entries = await ledger.ReadAsync(new TenantId("demo"), CancellationToken.None);
        Assert.Equal(
            ["policy-published configuration", "policy-drafted kim", "policy-proposed kim", "policy-published kim", "policy-approved robin", "policy-drafted kim", "policy-proposed kim", "policy-rejected kim"],
            entries.Select(entry => $"{entry.Kind} {entry.Actor}"));
        Assert.True(TenantAuditEntry.Hold(entries));
        Assert.False(TenantAuditEntry.Hold(entries.Skip(1)));
        Assert.False(TenantAuditEntry.Hold(entries.Select(entry => entry.Sequence == 5 ? entry with { Actor = "kim" } : entry)));
        Assert.Equal(8, (await kim.GetAsync("/audit")).GetArrayLength());
    }

    [Theory]
    [InlineData("alex")]
    [InlineData("sam")]
    [InlineData(null)]
    public async Task Who_does_not_administer_is_let_in_nowhere(string? agent)
    {
        await using var node = new TestNode();
        var token = agent is null ? (await node.OpenAsync()).Token : await node.SignInAsync(agent);
        foreach (var (method, path) in ((HttpMethod, string)[])
            [(HttpMethod.Get, "/"), (HttpMethod.Get, "/versions"), (HttpMethod.Get, "/audit"), (HttpMethod.Post, "/proposals"), (HttpMethod.Post, "/rollback"), (HttpMethod.Post, $"/proposals/{Guid.NewGuid()}/approve")])
        {
            var request = new HttpRequestMessage(method, Path + path) { Content = method == HttpMethod.Post ? JsonContent.Create(new { }) : null };
            Assert.Equal(HttpStatusCode.Forbidden, (await node.SendAsync(request, null, token)).StatusCode);
        }
    }

    [Fact]
    public async Task An_administrator_alone_sees_no_session_and_one_who_was_put_out_changes_nothing()
    {
        await using var node = new TestNode(null, ("Tenants:demo:DisabledAgents:0", "kim"));
        Assert.Equal(HttpStatusCode.Forbidden, (await node.PostAsync("/api/tickets", null, null, await node.SignInAsync("robin"))).StatusCode);
        var kim = await Desk.OpenAsync(node, "kim");
        Assert.Equal("NotAllowed", await kim.RefusalAsync("/rollback", new { version = 1 }));
        var robin = await node.PostAsync(Path + "/rollback", new { version = 1 }, "http://localhost:5999", await node.SignInAsync("robin"));
        Assert.Equal("OriginNotAllowed", await Node.ReasonAsync(robin));
    }

    private static string Id(JsonElement proposal) => proposal.GetProperty("id").GetString()!;

    private static JsonElement Json(string json) => JsonElement.Parse(json);

    /// <summary>An administrator at work.</summary>
    private sealed class Desk(Node node, string token)
    {
        public static async Task<Desk> OpenAsync(Node node, string who) => new(node, await node.SignInAsync(who));

        public Task<HttpResponseMessage> SendAsync(string path, object? body) => node.PostAsync(Path + path, body, null, token);

        public async Task<JsonElement> GetAsync(string path)
        {
            var answer = await node.SendAsync(new HttpRequestMessage(HttpMethod.Get, Path + path), null, token);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            return await answer.Content.ReadFromJsonAsync<JsonElement>();
        }

        public async Task<JsonElement> PostAsync(string path, object? body, HttpStatusCode expected = HttpStatusCode.OK)
        {
            var answer = await SendAsync(path, body);
            Assert.Equal(expected, answer.StatusCode);
            return await answer.Content.ReadFromJsonAsync<JsonElement>();
        }

        public async Task<JsonElement> ProposeAsync(string json) =>
            await PostAsync($"/proposals/{Id(await PostAsync("/proposals", new { document = Json(json) }, HttpStatusCode.Created))}/propose", null);

        public async Task<string?> RefusalAsync(string path, object? body) => await Node.ReasonAsync(await SendAsync(path, body));
    }
}
