using System.Net.Http.Json;
using CoBrowse.Protocol;
using CoBrowse.Server.Sessions;
using CoBrowse.Server.Tests.Hosting;
using CoBrowse.Server.Tests.Matrix;
using CoBrowse.Sessions;
using CoBrowse.Storage.Sessions;
using Microsoft.Extensions.DependencyInjection;

namespace CoBrowse.Server.Tests.Starting;

public sealed class AgentLinkTests : IAsyncLifetime, IAsyncDisposable
{
    private readonly TestNode node = new(null, MatrixScene.OtherTenant);
    private HubLink agent = null!;

    public async Task InitializeAsync() => agent = await node.ConnectAgentAsync("alex");

    public async ValueTask DisposeAsync()
    {
        await agent.DisposeAsync();
        await node.DisposeAsync();
    }

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    [Fact]
    public async Task A_link_starts_one_session_that_waits_for_its_agent_and_asks_the_customer_as_always()
    {
        var token = await MakeAsync();
        var opened = (await (await OpenAsync(token)).Content.ReadFromJsonAsync<OpenedSession>())!;
        await using var customer = await node.ConnectCustomerAsync(opened.Token);
        await customer.JoinAsync();
        var mine = (await agent.NextAsync<IReadOnlyList<QueueEntry>>(nameof(IAgentClient.QueueChanged), queue => queue.Count > 0))[0];
        Assert.Equal((opened.SessionId, ReservationCause.Link, true), (mine.SessionId, mine.Reservation!.Cause, mine.Reservation.Yours));

        await using var colleague = await node.ConnectAgentAsync("sam");
        Assert.False((await colleague.CallAsync<IReadOnlyList<QueueEntry>>(AgentHubNames.GetQueue))[0].Reservation!.Yours);
        Assert.Equal(Refusal.Reserved, (await colleague.CallAsync<AgentJoined>(AgentHubNames.Claim, opened.SessionId)).Refusal);
        Assert.Null((await agent.CallAsync<AgentJoined>(AgentHubNames.Claim, opened.SessionId)).Refusal);
        // The link brought them together; what the customer shows is still theirs to allow.
        Assert.Null((await customer.AnswerAsync(granted: true)).Refusal);
        var id = SessionId.TryParse(opened.SessionId, out var session) ? session : default;
        var audit = await node.Services.GetRequiredService<SessionStore>().OpenAuditAsync(id, default);
        Assert.Contains(audit, entry => entry.Kind == "reserved" && entry.Detail == "Link");
        lock (node.Log)
            Assert.DoesNotContain(node.Log, line => line.Contains(token, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Of_many_who_open_a_link_at_once_one_gets_the_agent_and_the_agent_hears_of_the_others()
    {
        var token = await MakeAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => OpenAsync(token)));
        Assert.Single(answers, answer => answer.IsSuccessStatusCode);
        foreach (var refused in answers.Where(answer => !answer.IsSuccessStatusCode))
            Assert.Equal("AlreadyClaimed", await Node.ReasonAsync(refused));
        Assert.Null(await agent.NextAsync<Refusal?>(nameof(IAgentClient.LinkOpened), refusal => refusal is null));
        Assert.Equal(Refusal.AlreadyClaimed, await agent.NextAsync<Refusal?>(nameof(IAgentClient.LinkOpened), refusal => refusal is not null));
    }

    [Fact]
    public async Task An_old_link_another_tenants_a_made_up_one_and_one_whose_agent_is_gone_are_refused_with_the_reason()
    {
        var (late, foreign, lonely) = (await MakeAsync(), await MakeAsync(), await MakeAsync());
        Assert.Equal("NotFound", await Node.ReasonAsync(await OpenAsync(new string('A', 43))));
        Assert.Equal("NotFound", await Node.ReasonAsync(await OpenAsync(foreign, "other")));
        // Trying it elsewhere has not used it up.
        Assert.True((await OpenAsync(foreign)).IsSuccessStatusCode);
        agent.Cut();
        await GoneAsync();
        Assert.Equal("AgentGone", await Node.ReasonAsync(await OpenAsync(lonely)));
        await using var back = await node.ConnectAgentAsync("alex");
        // Answered in order: the hub knows of the connection by now.
        await back.CallAsync<long>(AgentHubNames.Ping);
        Assert.True((await OpenAsync(lonely)).IsSuccessStatusCode);
        node.Time.Advance(TimeSpan.FromMinutes(15));
        Assert.Equal("Expired", await Node.ReasonAsync(await OpenAsync(late)));
    }

    [Fact]
    public async Task When_its_agent_does_not_come_anybody_may_take_the_customer()
    {
        var opened = (await (await OpenAsync(await MakeAsync())).Content.ReadFromJsonAsync<OpenedSession>())!;
        await using var customer = await node.ConnectCustomerAsync(opened.Token);
        await customer.JoinAsync();
        await using var colleague = await node.ConnectAgentAsync("sam");
        Assert.Equal(Refusal.Reserved, (await colleague.CallAsync<AgentJoined>(AgentHubNames.Claim, opened.SessionId)).Refusal);
        node.Time.Advance(TimeSpan.FromMinutes(2));
        Assert.Null((await colleague.CallAsync<AgentJoined>(AgentHubNames.Claim, opened.SessionId)).Refusal);
    }

    private async Task<string> MakeAsync()
    {
        var made = await agent.CallAsync<MadeLink>(AgentHubNames.MakeLink);
        var parts = made.Address!.Split("#cobrowse=");
        Assert.Equal("http://localhost:5081/accounts.html", parts[0]);
        // 256 bits.
        Assert.Equal(43, parts[1].Length);
        return parts[1];
    }

    private Task<HttpResponseMessage> OpenAsync(string link, string tenant = "demo") =>
        node.PostAsync("/api/customer/sessions", new { tenant, link }, Node.Portal);

    private async Task GoneAsync()
    {
        var online = node.Services.GetRequiredService<CoBrowse.Server.Hubs.AgentsOnline>();
        var deadline = DateTime.UtcNow + HubLink.Patience;
        while (online.Of(new TenantId("demo")).Any() && DateTime.UtcNow < deadline)
            await Task.Delay(5);
        Assert.Empty(online.Of(new TenantId("demo")));
    }
}
