using System.Net;
using System.Net.Http.Json;
using CoBrowse.Protocol;
using CoBrowse.Server.Sessions;
using CoBrowse.Server.Starting;
using CoBrowse.Server.Tests.Hosting;
using CoBrowse.Server.Tests.Matrix;
using Microsoft.Extensions.DependencyInjection;

namespace CoBrowse.Server.Tests.Starting;

public sealed class InvitationTests : IAsyncLifetime, IAsyncDisposable
{
    private readonly PortalBackend bank = new();
    private TestNode node = null!;
    private HubLink agent = null!;

    public async Task InitializeAsync()
    {
        node = new TestNode(null, [.. bank.Settings(), .. MatrixScene.OtherTenant, .. bank.Settings("other"), ("Starting:InvitationsPerAgent", "6")]);
        agent = await node.ConnectAgentAsync("alex");
    }

    public async ValueTask DisposeAsync()
    {
        await agent.DisposeAsync();
        await node.DisposeAsync();
        bank.Dispose();
    }

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    [Fact]
    public async Task An_invited_customer_is_asked_and_a_yes_brings_them_to_that_agent_as_the_bank_knows_them()
    {
        var listening = await ListenAsync("c-1");
        var invited = await InviteAsync("c-1");
        Assert.Null(invited.Refusal);
        var shown = (await (await listening).Content.ReadFromJsonAsync<CustomerInvitationView>())!;
        Assert.Equal((invited.InvitationId, "Alex Morgan", 60), (shown.Id, shown.AgentName, shown.ExpiresIn));
        // A second page of theirs shows it too.
        Assert.Equal(shown.Id, (await (await NextAsync("c-1")).Content.ReadFromJsonAsync<CustomerInvitationView>())!.Id);

        // Nobody else can say yes in their place: another customer, nobody, or the same reference elsewhere.
        Assert.Equal("Expired", await Node.ReasonAsync(await AcceptAsync(shown.Id, bank.TokenFor(node, "c-2"))));
        Assert.Equal("Expired", await Node.ReasonAsync(await AcceptAsync(shown.Id, null)));
        Assert.Equal("Expired", await Node.ReasonAsync(await AcceptAsync(shown.Id, bank.TokenFor(node, "c-1"), "other")));
        var opened = (await (await AcceptAsync(shown.Id, bank.TokenFor(node, "c-1"))).Content.ReadFromJsonAsync<OpenedSession>())!;
        Assert.Equal("Expired", await Node.ReasonAsync(await AcceptAsync(shown.Id, bank.TokenFor(node, "c-1"))));
        Assert.Equal(CustomerInvitationOutcome.Accepted, await OutcomeAsync());
        await using var customer = await node.ConnectCustomerAsync(opened.Token);
        await customer.JoinAsync();
        var entry = (await agent.NextAsync<IReadOnlyList<QueueEntry>>(nameof(IAgentClient.QueueChanged), queue => queue.Count > 0))[0];
        Assert.Equal((ReservationCause.Invitation, true), (entry.Reservation!.Cause, entry.Reservation.Yours));
        Assert.Equal("c-1", (await agent.CallAsync<AgentJoined>(AgentHubNames.Claim, opened.SessionId)).Session!.VerifiedAs);
    }

    [Fact]
    public async Task A_no_is_told_and_leaves_the_customer_in_peace_for_a_while()
    {
        var listening = await ListenAsync("c-1");
        var invited = await InviteAsync("c-1");
        await listening;
        var answer = new { tenant = "demo", identity = bank.TokenFor(node, "c-1"), invitation = invited.InvitationId, notNow = true };
        Assert.Equal(HttpStatusCode.NoContent, (await PostAsync("answer", answer)).StatusCode);
        Assert.Equal(CustomerInvitationOutcome.NotNow, await OutcomeAsync());
        Assert.Equal(Refusal.NotAllowed, (await InviteAsync("c-1")).Refusal);
        node.Time.Advance(TimeSpan.FromMinutes(5));
        var again = await ListenAsync("c-1");
        Assert.Null((await InviteAsync("c-1")).Refusal);
        Assert.Equal(HttpStatusCode.OK, (await again).StatusCode);
    }

    [Fact]
    public async Task Who_does_not_listen_is_of_another_tenant_or_known_by_half_is_not_found_and_guessing_ends()
    {
        var others = await ListenAsync("c-1", "other");
        var own = await ListenAsync("c-9");
        Assert.Equal(Refusal.NotFound, (await InviteAsync("c-1")).Refusal);
        Assert.Equal(Refusal.NotFound, (await InviteAsync("c-")).Refusal);
        Assert.Equal(Refusal.NotFound, (await InviteAsync("C-9")).Refusal);
        Assert.Equal(Refusal.NotFound, (await InviteAsync("*")).Refusal);
        Assert.Equal(Refusal.InvalidRequest, (await InviteAsync("")).Refusal);
        Assert.Equal(Refusal.NotFound, (await InviteAsync("c-2")).Refusal);
        Assert.Equal(Refusal.NotFound, (await InviteAsync("c-3")).Refusal);
        // Six in ten minutes; now not even one who is there.
        Assert.Equal(Refusal.TooManyAttempts, (await InviteAsync("c-9")).Refusal);
        node.Time.Advance(TimeSpan.FromSeconds(26));
        Assert.Equal(HttpStatusCode.NoContent, (await others).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await own).StatusCode);
    }

    [Fact]
    public async Task A_page_that_says_of_itself_who_its_customer_is_hears_nothing()
    {
        using var stranger = new PortalBackend();
        var forged = new { tenant = "demo", identity = stranger.TokenFor(node, "c-1") };
        Assert.Equal("NotAllowed", await Node.ReasonAsync(await PostAsync("next", forged)));
        Assert.Equal("NotAllowed", await Node.ReasonAsync(await PostAsync("next", new { tenant = "demo" })));
        var real = new { tenant = "demo", identity = bank.TokenFor(node, "c-1") };
        Assert.Equal("OriginNotAllowed", await Node.ReasonAsync(await node.PostAsync("/api/customer/invitations/next", real, "https://evil.example")));
    }

    [Fact]
    public async Task An_identified_customer_who_comes_back_waits_for_the_agent_they_had_for_a_minute()
    {
        var token = bank.TokenFor(node, "c-1", life: TimeSpan.FromHours(2));
        var first = (await (await OpenAsync(token)).Content.ReadFromJsonAsync<OpenedSession>())!;
        await using (var customer = await node.ConnectCustomerAsync(first.Token))
        {
            await customer.JoinAsync();
            Assert.Null((await agent.CallAsync<AgentJoined>(AgentHubNames.Claim, first.SessionId)).Refusal);
            Assert.Null((await customer.AnswerAsync(granted: true)).Refusal);
            Assert.Null((await customer.CallAsync<Ack>(CustomerHubNames.End, default(CustomerEnd?))).Refusal);
        }

        async Task<ReservationView?> ReturnAsync()
        {
            var opened = (await (await OpenAsync(token)).Content.ReadFromJsonAsync<OpenedSession>())!;
            await using var back = await node.ConnectCustomerAsync(opened.Token);
            await back.JoinAsync();
            var queue = await agent.CallAsync<IReadOnlyList<QueueEntry>>(AgentHubNames.GetQueue);
            await back.CallAsync<Ack>(CustomerHubNames.End, default(CustomerEnd?));
            return queue.Single(entry => entry.SessionId == opened.SessionId).Reservation;
        }

        var kept = (await ReturnAsync())!;
        Assert.Equal(("Alex Morgan", ReservationCause.Return, true), (kept.AgentName, kept.Cause, kept.Yours));
        Assert.Equal(node.Time.GetUtcNow().AddMinutes(1).ToUnixTimeMilliseconds(), kept.Until);
        node.Time.Advance(TimeSpan.FromMinutes(30));
        Assert.Null(await ReturnAsync());
    }

    private Task<Invited> InviteAsync(string reference) => agent.CallAsync<Invited>(AgentHubNames.InviteCustomer, reference);

    /// <summary>A page's question, once it has come.</summary>
    private async Task<Task<HttpResponseMessage>> ListenAsync(string reference, string tenant = "demo")
    {
        var invitations = node.Services.GetRequiredService<Invitations>();
        var before = invitations.Questions;
        var answer = NextAsync(reference, tenant);
        var deadline = DateTime.UtcNow + HubLink.Patience;
        while (invitations.Questions == before && DateTime.UtcNow < deadline)
            await Task.Delay(5);
        return answer;
    }

    private Task<HttpResponseMessage> NextAsync(string reference, string tenant = "demo") =>
        PostAsync("next", new { tenant, identity = bank.TokenFor(node, reference) });

    private Task<HttpResponseMessage> AcceptAsync(string invitation, string? identity, string tenant = "demo") =>
        node.PostAsync("/api/customer/sessions", new { tenant, invitation, identity }, Node.Portal);

    private Task<HttpResponseMessage> OpenAsync(string identity) =>
        node.PostAsync("/api/customer/sessions", new { tenant = "demo", identity }, Node.Portal);

    private Task<HttpResponseMessage> PostAsync(string what, object body) => node.PostAsync($"/api/customer/invitations/{what}", body, Node.Portal);

    private Task<CustomerInvitationOutcome> OutcomeAsync() => agent.NextOutcomeAsync();
}
