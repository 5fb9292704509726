using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using CoBrowse.Protocol;
using CoBrowse.Server.Tests.Hosting;
using CoBrowse.Server.Tests.Matrix;
using CoBrowse.Server.Tests.Retention;
using CoBrowse.Sessions;
using CoBrowse.Storage.Sessions;
using Microsoft.Extensions.DependencyInjection;

namespace CoBrowse.Server.Tests.History;

public sealed class HistoryTests
{
    private static async Task<JsonElement> ReadAsync(TestNode node, string who, string query = "")
    {
        var answer = await node.SendAsync(new HttpRequestMessage(HttpMethod.Get, "/api/history" + query), null, await node.SignInAsync(who));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    private static string[] Ids(JsonElement page) => [.. page.GetProperty("sessions").EnumerateArray().Select(each => each.GetProperty("sessionId").GetString()!)];

    [Fact]
    public async Task Each_agent_finds_their_own_with_whom_and_how_it_ended_and_supervisors_those_of_the_tenant()
    {
        await using var node = new TestNode();
        await using var running = await node.RunAsync();
        node.Time.Advance(TimeSpan.FromSeconds(1));
        await using var sam = await node.ConnectAgentAsync("sam");
        await sam.CallAsync<AgentJoined>(AgentHubNames.JoinByCode, running.Opened.Code);
        await running.Customer.AnswerAsync(granted: true);
        // Whoever has left before the end was there, too.
        await running.Agent.CallAsync<Ack>(AgentHubNames.Leave);
        Assert.Empty(Ids(await ReadAsync(node, "alex")));
        node.Time.Advance(TimeSpan.FromMinutes(3));
        await running.Customer.CallAsync<Ack>(CustomerHubNames.End, default(CustomerEnd?));

        var past = (await ReadAsync(node, "alex")).GetProperty("sessions").EnumerateArray().Single();
        Assert.Equal(
            (running.Opened.SessionId, "mortgage", "CustomerEnded", 181_000),
            (past.GetProperty("sessionId").GetString(), past.GetProperty("topic").GetString(), past.GetProperty("reason").GetString(), past.GetProperty("endedAt").GetInt64() - past.GetProperty("startedAt").GetInt64()));
        Assert.Equal(
            [("Alex Morgan", true), ("Sam Rivera", false)],
            past.GetProperty("agents").EnumerateArray().Select(agent => (agent.GetProperty("name").GetString()!, agent.GetProperty("self").GetBoolean())));
        Assert.Single(Ids(await ReadAsync(node, "sam", "?search=MORT%20riv")));
        Assert.Empty(Ids(await ReadAsync(node, "sam", "?search=mortgage%20noor")));
        Assert.Empty(Ids(await ReadAsync(node, "noor")));
        Assert.Single(Ids(await ReadAsync(node, "kim")));
        Assert.Empty(Ids(await ReadAsync(node, "kim", "?mine=true")));

        var eraser = new RetentionDesk(node);
        Assert.Equal(HttpStatusCode.OK, (await eraser.PostAsync($"/sessions/{running.Opened.SessionId}/erase", new { reference = "F-1", keepAudit = true })).StatusCode);
        Assert.Empty(Ids(await ReadAsync(node, "kim")));
    }

    [Fact]
    public async Task Pages_follow_each_other_without_a_gap_and_never_from_another_tenant()
    {
        await using var node = new TestNode(null, MatrixScene.OtherTenant);
        var store = node.Services.GetRequiredService<SessionStore>();
        var expected = new List<string>();
        // Several end at the same time, and others between them are somebody else's.
        for (var number = 0; number < 75; number++)
        {
            var (tenant, agent) = (number % 5 == 4 ? "other" : "demo", number % 3 == 2 ? "sam" : "alex");
            var session = Session.Create(new NewSession(new TenantId(tenant), "https://bank.example", $"topic {number}"), new SessionCode("123456"), new SessionRules(), node.Time);
            var joined = session.CustomerJoins(new ConnectionId("c"), "t", node.Time)
                .Then(live => live.Claim(new AgentIdentity(agent, agent, null, ParticipantRole.Agent), new ConnectionId("a"), node.Time));
            var last = await store.SaveAsync(joined.Session, joined.Events, null, node.Time.GetUtcNow(), default);
            var ended = joined.Session.End(EndReason.CustomerEnded, node.Time);
            await store.SaveAsync(ended.Session, ended.Events, last, node.Time.GetUtcNow(), default);
            if ((tenant, agent) == ("demo", "alex"))
                expected.Add(session.Id.ToString());
            if (number % 4 == 0)
                node.Time.Advance(TimeSpan.FromSeconds(1));
        }

        var found = new List<string>();
        for (string? after = null; ;)
        {
            var page = await ReadAsync(node, "alex", after is null ? "" : $"?after={after}");
            Assert.InRange(Ids(page).Length, 1, 30);
            found.AddRange(Ids(page));
            if ((after = page.GetProperty("next").GetString()) is null)
                break;
        }

        Assert.Equal(expected.Order(), found.Order());
        Assert.Equal(expected.Count, found.Distinct().Count());
        Assert.Single(Ids(await ReadAsync(node, "alex", "?search=topic%2070")));
        Assert.Empty(Ids(await ReadAsync(node, "kim", "?search=topic%2074")));
    }

    [Fact]
    public async Task What_is_no_place_in_it_is_refused()
    {
        await using var node = new TestNode();
        foreach (var query in (string[])["?after=x", $"?after=-1.{Guid.Empty:N}", $"?search={new string('x', 101)}"])
        {
            var answer = await node.SendAsync(new HttpRequestMessage(HttpMethod.Get, "/api/history" + query), null, await node.SignInAsync("alex"));
            Assert.Equal((HttpStatusCode.BadRequest, "InvalidRequest"), (answer.StatusCode, await Node.ReasonAsync(answer)));
        }
    }
}
