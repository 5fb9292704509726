using CoBrowse.Protocol;
using CoBrowse.Server.Hubs;
using CoBrowse.Server.Sessions;
using CoBrowse.Server.Tests.Hosting;
using CoBrowse.Sessions;
using CoBrowse.Storage.Sessions;
using Microsoft.Extensions.DependencyInjection;

namespace CoBrowse.Server.Tests.Matrix;

/// <summary>A session in one state, its customer where there is one, and an agent who tries something.</summary>
internal sealed class MatrixScene : IAsyncDisposable
{
    public static readonly (string, string)[] OtherTenant =
    [
        ("Tenants:other:Origins:0", "http://localhost:*"),
        ("Tenants:other:Issuer:Authority", "https://login.other.example"),
        ("Tenants:other:Issuer:Audience", "cobrowse"),
        ("Tenants:other:Issuer:ClientId", "console"),
    ];

    private static readonly AgentIdentity Insider = new("alex", "Alex Morgan", "Support", ParticipantRole.Agent);

    private static readonly AgentIdentity Guest = new("noor", "Noor Haddad", "Cards desk", ParticipantRole.Agent);

    private readonly TestNode node;
    private readonly OpenedSession opened;
    private readonly LiveSession live;
    private readonly HubLink? customer;
    private readonly HubLink agent;
    private string invitation = InvitationId.Create(TimeProvider.System).ToString();

    private MatrixScene(TestNode node, OpenedSession opened, LiveSession live, HubLink? customer, HubLink agent) =>
        (this.node, this.opened, this.live, this.customer, this.agent) = (node, opened, live, customer, agent);

    /// <summary>The session as it is; null once the node has let go of it.</summary>
    public Session? Session => node.Services.GetRequiredService<SessionDirectory>().Find(live.Current.Id)?.Current;

    /// <summary>Those who can stand so to a session in this state.</summary>
    public static IEnumerable<AgentIn> AgentsIn(SessionState state) => Enum.GetValues<AgentIn>()
        .Where(who => who != AgentIn.Place || state is not (SessionState.Created or SessionState.Waiting));

    public static async Task<MatrixScene> OpenAsync(TestNode node, SessionState state, AgentIn who)
    {
        // The clock of the server stands still: what counts calls by the minute or second must not.
        node.Time.Advance(TimeSpan.FromSeconds(1));
        var opened = await node.OpenAsync(who == AgentIn.Stranger ? "other" : "demo");
        var live = node.Services.GetRequiredService<SessionDirectory>()
            .Find(SessionId.TryParse(opened.SessionId, out var id) ? id : default)!;
        var agent = await node.ConnectAgentAsync(who switch { AgentIn.Supervisor => "kim", AgentIn.Place => "alex", _ => "sam" });
        if (state == SessionState.Created)
            return new MatrixScene(node, opened, live, null, agent);
        var customer = await node.ConnectCustomerAsync(opened.Token);
        await customer.JoinAsync();
        var scene = new MatrixScene(node, opened, live, customer, agent);
        if (state == SessionState.Waiting)
            return scene;
        await scene.EnterAsync(state, who == AgentIn.Place);
        if (state is SessionState.Active or SessionState.Paused or SessionState.Ended)
            Assert.Null((await customer.AnswerAsync(granted: true)).Refusal);
        if (state == SessionState.Paused)
            Assert.Null((await customer.CallAsync<Ack>(CustomerHubNames.Pause)).Refusal);
        if (state == SessionState.Ended)
            Assert.Null((await customer.CallAsync<Ack>(CustomerHubNames.End, default(CustomerEnd?))).Refusal);
        Assert.Equal(state, live.Current.Lifecycle.State);
        if (state is SessionState.Active or SessionState.Paused && who is AgentIn.Colleague or AgentIn.Supervisor)
            await scene.InviteAsync(who == AgentIn.Supervisor ? "kim" : "sam");
        return scene;
    }

    /// <summary>Tries an operation of the agents' hub on this session, and tells what came of it.</summary>
    public async Task<Outcome> TryAsync(string operation)
    {
        switch (operation)
        {
            case nameof(AgentHub.Claim):
            case nameof(AgentHub.Rejoin):
                return Read((await agent.CallAsync<AgentJoined>(operation, opened.SessionId)).Refusal);
            case nameof(AgentHub.JoinByCode):
                return Read((await agent.CallAsync<AgentJoined>(operation, opened.Code)).Refusal);
            case nameof(AgentHub.Leave):
            case nameof(AgentHub.EndSession):
            case nameof(AgentHub.AskControl):
            case nameof(AgentHub.ReleaseControl):
                return Read((await agent.CallAsync<Ack>(operation)).Refusal);
            case nameof(AgentHub.GetDesk):
                var desk = await agent.CallAsync<DeskView>(operation);
                Assert.All(desk.Sessions, own => Assert.Equal(opened.SessionId, own.SessionId));
                Assert.All(desk.Invitations, own => Assert.Equal(invitation, own.InvitationId));
                return Outcome.Done;
            case nameof(AgentHub.GetColleagues):
                return await agent.CallAsync<ColleagueList>(operation, default(string)) is { Colleagues.Count: > 0 } ? Outcome.Done : Outcome.Nothing;
            case nameof(AgentHub.ChooseStatus):
                return Read((await agent.CallAsync<Ack>(operation, AgentStatus.Available)).Refusal);
            case nameof(AgentHub.SetIdle):
                return Read((await agent.CallAsync<Ack>(operation, false)).Refusal);
            case nameof(AgentHub.Invite):
                var roster = node.Services.GetRequiredService<Roster>();
                roster.Connected(new TenantId("demo"), Guest, new ConnectionId("guest"));
                var guest = roster.Find(new TenantId("demo"), Guest.Subject)!.Id.ToString("N");
                return Read((await agent.CallAsync<Ack>(operation, guest, InvitationKind.Join, "come")).Refusal);
            case nameof(AgentHub.TakeInvitationBack):
                // That of another agent, or none.
                return Read((await agent.CallAsync<Ack>(operation, invitation)).Refusal);
            case nameof(AgentHub.AcceptInvitation):
                return Read((await agent.CallAsync<AgentJoined>(operation, opened.SessionId, invitation)).Refusal);
            case nameof(AgentHub.DeclineInvitation):
                return Read((await agent.CallAsync<Ack>(operation, opened.SessionId, invitation)).Refusal);
            case nameof(AgentHub.GetHelpedSessions):
                var helped = await agent.CallAsync<IReadOnlyList<HelpedSession>>(operation);
                return helped.Any(session => session.SessionId == opened.SessionId) ? Outcome.Done : Outcome.Nothing;
            case nameof(AgentHub.Watch):
                return Read((await agent.CallAsync<AgentJoined>(operation, opened.SessionId)).Refusal);
            case nameof(AgentHub.Annotate):
                return Read((await agent.CallAsync<Ack>(operation, new byte[] { 10 }, null)).Refusal);
            case nameof(AgentHub.SendChat):
                return Read((await agent.CallAsync<ChatSent>(operation, "m1", "hello")).Refusal);
            case nameof(AgentHub.Propose):
                return Read((await agent.CallAsync<Ack>(operation, new Proposal("p1", 1, 1, FieldKind.Text, "x"))).Refusal);
            case nameof(AgentHub.TakeBack):
                return Read((await agent.CallAsync<Ack>(operation, "p1")).Refusal);
            case nameof(AgentHub.GetCannedAnswers):
                return (await agent.CallAsync<IReadOnlyList<string>>(operation)).Count > 0 ? Outcome.Done : Outcome.Nothing;
            case nameof(AgentHub.TypeChat):
            case nameof(AgentHub.ReceiveChat):
                await agent.SendAsync(operation, operation == nameof(AgentHub.ReceiveChat) ? [1L] : []);
                await agent.CallAsync<long>(AgentHubNames.Ping);
                if (customer is null || live.Current.Customer is not CustomerPresence.Present)
                    return Outcome.Nothing;
                await customer.CallAsync<long>(CustomerHubNames.Ping);
                return customer.Has(nameof(ICustomerClient.ChatTyping)) && operation == nameof(AgentHub.TypeChat) ? Outcome.Done : Outcome.Nothing;
            case nameof(AgentHub.Act):
                return Read((await agent.CallAsync<Ack>(operation, 1, ActionKind.Click, new byte[] { 1 })).Refusal);
            case nameof(AgentHub.MakeLink):
                return Read((await agent.CallAsync<MadeLink>(operation)).Refusal);
            case nameof(AgentHub.InviteCustomer):
                return Read((await agent.CallAsync<Invited>(operation, "customer-1")).Refusal);
            case nameof(AgentHub.RenewAssets):
                return await agent.CallAsync<AssetAccess?>(operation) is null ? Outcome.Nothing : Outcome.Done;
            case nameof(AgentHub.GetQueue):
                // A stranger's session is in nobody else's queue.
                var queue = await agent.CallAsync<IReadOnlyList<QueueEntry>>(operation);
                var shows = live.Current is { Lifecycle: Lifecycle.Waiting, Tenant.Value: "demo" };
                Assert.Equal(shows, queue.Any(entry => entry.SessionId == opened.SessionId));
                return Outcome.Done;
            case nameof(AgentHub.Ping):
                return await agent.CallAsync<long>(operation) > 0 ? Outcome.Done : Outcome.Nothing;
            case nameof(AgentHub.Guide):
            case nameof(AgentHub.Feedback):
                await agent.SendAsync(operation, new byte[] { 1 });
                await agent.CallAsync<long>(AgentHubNames.Ping);
                if (customer is null || live.Current.Customer is not CustomerPresence.Present)
                    return Outcome.Nothing;
                await customer.CallAsync<long>(CustomerHubNames.Ping);
                return customer.Has(operation == nameof(AgentHub.Guide) ? nameof(ICustomerClient.Guidance) : operation)
                    ? Outcome.Done
                    : Outcome.Nothing;
            default:
                throw new NotSupportedException($"{operation} is new: say here how it is called.");
        }
    }

    /// <summary>What the audit says of the last attempt that was refused.</summary>
    public async Task<string> LastRefusedAsync()
    {
        var audit = await node.Services.GetRequiredService<SessionStore>().OpenAuditAsync(live.Current.Id, default);
        return audit.Last(entry => entry.Kind == "refused").Detail!;
    }

    public async ValueTask DisposeAsync()
    {
        await agent.DisposeAsync();
        if (customer is not null)
            await customer.DisposeAsync();
        await live.ApplyAsync(session => session.End(EndReason.Expired, node.Time), default);
    }

    internal static Outcome Read(Refusal? refusal) => refusal is null ? Outcome.Done : Enum.Parse<Outcome>(refusal.Value.ToString());

    /// <summary>An agent takes a place: the one who tries, or somebody else.</summary>
    private async Task EnterAsync(SessionState state, bool asWhoTries)
    {
        if (state == SessionState.Claimed)
        {
            customer!.Cut();
            await WaitAsync(session => session.Customer is CustomerPresence.Absent);
        }

        if (asWhoTries)
            Assert.Null((await agent.CallAsync<AgentJoined>(AgentHubNames.Claim, opened.SessionId)).Refusal);
        else
            Assert.Null((await live.ApplyAsync(session => session.Claim(Insider, new ConnectionId("elsewhere"), node.Time), default)).Refusal);
    }

    /// <summary>Whoever sits in the session asks the one who tries.</summary>
    private async Task InviteAsync(string subject)
    {
        var (refusal, session) = await live.ApplyAsync(
            session => session.Invite(new ConnectionId("elsewhere"), new AgentIdentity(subject, subject, null, ParticipantRole.Agent), InvitationKind.Join, null, node.Time), default);
        Assert.Null(refusal);
        invitation = session.Invitations.Single().Id.ToString();
    }

    private async Task WaitAsync(Func<Session, bool> holds)
    {
        var deadline = DateTime.UtcNow + HubLink.Patience;
        while (!holds(live.Current))
        {
            Assert.True(DateTime.UtcNow < deadline);
            await Task.Delay(5);
        }
    }
}
