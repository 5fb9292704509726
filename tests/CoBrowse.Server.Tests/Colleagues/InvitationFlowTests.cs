using CoBrowse.Protocol;
using CoBrowse.Server.Hubs;
using CoBrowse.Server.Tests.Hosting;
using CoBrowse.Server.Tests.Matrix;
using CoBrowse.Storage.Sessions;
using Microsoft.Extensions.DependencyInjection;

namespace CoBrowse.Server.Tests.Colleagues;

public sealed class InvitationFlowTests
{
    private static async Task<string> IdOfAsync(HubLink asks, string name) =>
        (await asks.CallAsync<ColleagueList>(AgentHubNames.GetColleagues, name)).Colleagues.Single().AgentId;

    private static async Task<HubLink> ConnectAsync(TestNode node, string agent)
    {
        var link = await node.ConnectAgentAsync(agent);
        // Answered once the node knows who is there.
        await link.CallAsync<long>(AgentHubNames.Ping);
        return link;
    }

    private static async Task<InvitationView> InvitedAsync(HubLink link) =>
        (await link.NextAsync<DeskView>(nameof(IAgentClient.DeskChanged), desk => desk.Invitations.Count > 0)).Invitations[0];

    [Fact]
    public async Task A_session_is_handed_over_with_the_customers_yes_and_frames_never_stop()
    {
        await using var node = new TestNode();
        await using var running = await node.RunAsync();
        var (customer, alex) = (running.Customer, running.Agent);
        await customer.SendAsync(CustomerHubNames.Frame, Frames.Keyframe(7, 1));
        await alex.NextAsync<byte[]>("f");
        await using var sam = await ConnectAsync(node, "sam");
        Assert.Null((await alex.CallAsync<Ack>(AgentHubNames.Invite, await IdOfAsync(alex, "Sam"), InvitationKind.Handover, " A mortgage <b>question</b> ")).Refusal);

        var invitation = await InvitedAsync(sam);
        Assert.Equal(("Alex Morgan", "A mortgage <b>question</b>", InvitationKind.Handover, 60), (invitation.FromName, invitation.Note, invitation.Kind, invitation.ExpiresIn));
        var joined = await sam.CallAsync<AgentJoined>(AgentHubNames.AcceptInvitation, invitation.SessionId, invitation.InvitationId);
        Assert.Equal((null, SessionState.Active), (joined.Refusal, joined.Session!.State));
        Assert.Equal(InvitationOutcome.Accepted, (InvitationOutcome)(await alex.NextAllAsync(nameof(IAgentClient.InvitationClosed)))[1]!);
        await alex.NextAsync<SessionView>(nameof(IAgentClient.SessionChanged), view => view.Invitations is [{ Accepted: true, ToName: "Sam Rivera" }]);

        var question = await customer.NextAsync<ConsentRequest>(nameof(ICustomerClient.ConsentRequested));
        Assert.Equal(("Sam Rivera", "Alex Morgan"), (question.AgentName, question.HandedOverBy));
        await customer.SendAsync(CustomerHubNames.Frame, Frames.Update(7, 1, 2));
        await alex.NextAsync<byte[]>("f");
        Assert.False(sam.Has("f"));
        Assert.Null((await customer.CallAsync<Ack>(CustomerHubNames.AnswerConsent, new ConsentAnswer(question.RequestId, true))).Refusal);

        Assert.Equal(PlaceLost.HandedOver, await alex.NextAsync<PlaceLost>(nameof(IAgentClient.Removed)));
        // What the node has kept comes at once: nobody asks the customer's page for it.
        Assert.Equal(Frames.Keyframe(7, 1), await sam.NextAsync<byte[]>("f"));
        Assert.Equal(Frames.Update(7, 1, 2), await sam.NextAsync<byte[]>("f"));
        var view = await customer.NextAsync<SessionView>(nameof(ICustomerClient.SessionChanged), view => view.Participants is [{ Name: "Sam Rivera" }]);
        Assert.Equal((SessionState.Active, 1), (view.State, view.Participants[0].Hue));
        Assert.Empty(view.Invitations);
        await customer.SendAsync(CustomerHubNames.Frame, Frames.Update(7, 2, 3));
        await sam.NextAsync<byte[]>("f");
        await alex.CallAsync<long>(AgentHubNames.Ping);
        Assert.False(alex.Has("f"));

        var audit = await node.Services.GetRequiredService<SessionStore>().OpenAuditAsync(Retention.Finished.Id(running.Opened.SessionId), default);
        Assert.Equal(
            ["handover-offered", "invitation-Accepted", "agent-joined", "consent-asked", "view-ended", "consent-Granted", "handed-over", "agent-removed", "view-began"],
            audit.Select(entry => entry.Kind).SkipWhile(kind => kind != "handover-offered"));
        Assert.Equal(("alex", "sam"), (audit.Single(entry => entry.Kind == "handed-over").Actor, audit.Single(entry => entry.Kind == "invitation-Accepted").Actor));
        Assert.DoesNotContain(audit, entry => entry.Detail?.Contains("mortgage", StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task Several_consoles_of_a_colleague_are_asked_and_one_answers()
    {
        await using var node = new TestNode();
        await using var running = await node.RunAsync();
        await using var one = await ConnectAsync(node, "sam");
        await using var other = await ConnectAsync(node, "sam");
        var list = await running.Agent.CallAsync<ColleagueList>(AgentHubNames.GetColleagues, "RIVERA mort");
        Assert.Equal(("Sam Rivera", "Mortgage desk", AgentStatus.Available), (list.Colleagues.Single().Name, list.Colleagues[0].Title, list.Colleagues[0].Status));
        await running.Agent.CallAsync<Ack>(AgentHubNames.Invite, list.Colleagues[0].AgentId, InvitationKind.Join, null);
        var invitation = await InvitedAsync(one);
        await InvitedAsync(other);
        Assert.Null((await other.CallAsync<Ack>(AgentHubNames.DeclineInvitation, invitation.SessionId, invitation.InvitationId)).Refusal);
        await one.NextAsync<DeskView>(nameof(IAgentClient.DeskChanged), desk => desk.Invitations.Count == 0);
        Assert.Equal(InvitationOutcome.Declined, (InvitationOutcome)(await running.Agent.NextAllAsync(nameof(IAgentClient.InvitationClosed)))[1]!);
        Assert.Equal(Refusal.NotFound, (await one.CallAsync<AgentJoined>(AgentHubNames.AcceptInvitation, invitation.SessionId, invitation.InvitationId)).Refusal);
    }

    [Fact]
    public async Task Of_an_accept_and_a_take_back_at_once_one_counts()
    {
        await using var node = new TestNode();
        await using var running = await node.RunAsync();
        await using var sam = await ConnectAsync(node, "sam");
        await running.Agent.CallAsync<Ack>(AgentHubNames.Invite, await IdOfAsync(running.Agent, "Sam"), InvitationKind.Join, null);
        var invitation = await InvitedAsync(sam);
        var accepting = sam.CallAsync<AgentJoined>(AgentHubNames.AcceptInvitation, invitation.SessionId, invitation.InvitationId);
        var takingBack = running.Agent.CallAsync<Ack>(AgentHubNames.TakeInvitationBack, invitation.InvitationId);
        Refusal?[] refusals = [(await accepting).Refusal, (await takingBack).Refusal];
        Assert.Equal([null, Refusal.NotFound], refusals.Order());
    }

    [Fact]
    public async Task Only_who_is_there_of_the_own_tenant_and_not_put_out_is_invited()
    {
        await using var node = new TestNode(null, [.. MatrixScene.OtherTenant, ("Tenants:demo:DisabledAgents:0", "noor")]);
        await using var running = await node.RunAsync();
        var roster = node.Services.GetRequiredService<CoBrowse.Sessions.Roster>();
        void Sits(string tenant, string subject) => roster.Connected(
            new CoBrowse.Sessions.TenantId(tenant), new CoBrowse.Sessions.AgentIdentity(subject, subject, null, ParticipantRole.Agent), new CoBrowse.Sessions.ConnectionId("line"));
        Sits("other", "mallory");
        Sits("demo", "noor");
        Sits("demo", "sam");
        roster.Disconnected(new CoBrowse.Sessions.TenantId("demo"), "sam", new CoBrowse.Sessions.ConnectionId("line"));
        string IdOf(string tenant, string subject) => roster.Find(new CoBrowse.Sessions.TenantId(tenant), subject)!.Id.ToString("N");
        Task<Ack> InviteAsync(string id, string? note = null) => running.Agent.CallAsync<Ack>(AgentHubNames.Invite, id, InvitationKind.Handover, note);

        Assert.Equal(Refusal.NotFound, (await InviteAsync(IdOf("other", "mallory"))).Refusal);
        Assert.Equal(Refusal.NotFound, (await InviteAsync(IdOf("demo", "noor"))).Refusal);
        Assert.Equal(Refusal.WrongState, (await InviteAsync(IdOf("demo", "sam"))).Refusal);
        Assert.Equal(Refusal.InvalidRequest, (await InviteAsync(IdOf("demo", "alex"))).Refusal);
        Assert.Equal(Refusal.InvalidRequest, (await InviteAsync(IdOf("demo", "sam"), new string('x', ProtocolLimits.NoteLength + 1))).Refusal);
        Assert.Equal(Refusal.InvalidRequest, (await InviteAsync(IdOf("demo", "sam"), "one\ntwo")).Refusal);
        Assert.DoesNotContain((await running.Agent.CallAsync<ColleagueList>(AgentHubNames.GetColleagues, default(string))).Colleagues, each => each.Name == "mallory");
    }
}
