using CoBrowse.Protocol;
using CoBrowse.Server.Assets;
using CoBrowse.Server.Chat;
using CoBrowse.Server.Colleagues;
using CoBrowse.Server.Identity;
using CoBrowse.Server.Proposals;
using CoBrowse.Server.Sessions;
using CoBrowse.Server.Starting;
using CoBrowse.Server.Tenants;
using CoBrowse.Sessions;
using CoBrowse.Storage.Tenants;
using Microsoft.AspNetCore.SignalR;

namespace CoBrowse.Server.Hubs;

/// <summary>An agent's browser: the queue of the agent's tenant, and one session at a time.</summary>
internal sealed partial class AgentHub(
    SessionDirectory sessions,
    CodeAttempts attempts,
    AssetCapabilities assets,
    GuidanceGate guidance,
    SessionChats chats,
    SessionProposals proposals,
    TenantRegistry tenants,
    DeskRoles desks,
    AgentsOnline online,
    AgentLinks links,
    Invitations invitations,
    TenantLedger ledger,
    Roster roster,
    ColleagueNews colleagues,
    TimeProvider time)
    : Hub<IAgentClient>
{
    private ConnectionId Connection => new(Context.ConnectionId);

    private Caller.Agent Agent => (Caller.Agent)Caller.Read(Context.User)!;

    private string Address => Context.GetHttpContext() is { } http ? AddressLimit.KeyOf(http) : string.Empty;

    public static string QueueOf(TenantId tenant) => $"queue:{tenant}";

    public override async Task OnConnectedAsync()
    {
        desks.Connected(Context.ConnectionId, Agent.Desks);
        online.Connected(Context.ConnectionId, Agent.Tenant, Agent.Identity.Subject);
        await Groups.AddToGroupAsync(Context.ConnectionId, QueueOf(Agent.Tenant), Context.ConnectionAborted);
        await EnterRosterAsync();
        await base.OnConnectedAsync();
    }

    public IReadOnlyList<QueueEntry> GetQueue() =>
        sessions.Waiting(Agent.Tenant).ToQueue(Agent.Identity.Subject);

    public Task<AgentJoined> Claim(string sessionId) =>
        EnterAsync(nameof(Claim), sessionId, session => session.Claim(Agent.Identity, Connection, time));

    public Task<AgentJoined> JoinByCode(string code)
    {
        var tenant = Agent.Tenant;
        return attempts.Guess(tenant, Agent.Identity.Subject, Address, () => SessionCode.Read(code) is { } typed ? sessions.Find(tenant, typed) : null) switch
        {
            { Found: { } live } => EnterAsync(nameof(JoinByCode), live, session => session.JoinByCode(Agent.Identity, Connection, time)),
            { Compared: true } => Task.FromResult(Refused(Refusal.WrongCode)),
            _ => Task.FromResult(Refused(Refusal.TooManyAttempts)),
        };
    }

    public Task<AgentJoined> Rejoin(string sessionId) =>
        EnterAsync(nameof(Rejoin), sessionId, session => session.Rejoin(Agent.Identity, Connection, time));

    public MadeLink MakeLink()
    {
        if (tenants.Find(Agent.Tenant)?.StartPage is not { Length: > 0 } page)
            return new MadeLink(Refusal.NotAllowed, null, null);
        var (token, expires) = links.Make(Agent.Tenant, Agent.Identity);
        return new MadeLink(null, $"{page}#{AgentLinks.Fragment}{token}", expires.ToUnixTimeMilliseconds());
    }

    public async Task<Invited> InviteCustomer(string reference)
    {
        if (tenants.Find(Agent.Tenant) is not { Customers.Invitations: true })
            return new Invited(Refusal.NotAllowed, null, null);
        if (reference is not { Length: > 0 and <= VerifiedCustomer.LongestReference })
            return new Invited(Refusal.InvalidRequest, null, null);
        var (invitation, refusal) = invitations.Invite(Agent.Tenant, Agent.Identity, reference);
        // Whom they asked for is the session's to tell, under its seal, if it comes to one; that they asked is not.
        await ledger.NoteAsync(new TenantAct(Agent.Tenant, "customer-invited", Agent.Identity.Subject, refusal?.ToString() ?? "asked"));
        return new Invited(refusal, invitation?.Id, invitation?.ExpiresAt.ToUnixTimeMilliseconds());
    }

    public AssetAccess? RenewAssets() =>
        Joined is { Current: var session } && session.AgentOn(Connection) is { } place ? assets.Grant(session, place) : null;

    public async Task<Ack> Leave() => Joined is { } live
        ? await ApplyAsync(nameof(Leave), live, session => session.Leave(Connection, time))
        : new Ack(Refusal.NotFound);

    public async Task<Ack> EndSession() => Joined is { } live
        ? await ApplyAsync(nameof(EndSession), live, session => session.AgentOn(Connection) switch
        {
            null => SessionStep.Refused(session, Refusal.NotFound),
            { Helps: false } => SessionStep.Refused(session, Refusal.NotAllowed),
            // Who only asks to join must not end what the customer shares with others.
            { MayView: false } when session.Agents.Count > 1 => SessionStep.Refused(session, Refusal.NotAllowed),
            _ => session.End(EndReason.AgentEnded, time),
        })
        : new Ack(Refusal.NotFound);

    public void Guide(byte[] body) => guidance.Guide(Joined?.Current, Connection, body);

    public Task<Ack> Annotate(byte[] body, string? label) =>
        Task.FromResult(new Ack(guidance.Annotate(Joined?.Current, Connection, body, label, Labels)));

    public void Feedback(byte[] body) => guidance.Feedback(Joined?.Current, Connection, body);

    public Task<ChatSent> SendChat(string id, string text) => Joined is { } live
        ? chats.FromAgentAsync(live, Connection, id, text)
        : Task.FromResult(new ChatSent(Refusal.NotFound, null));

    public void TypeChat()
    {
        if (Joined is { } live)
            chats.AgentTypes(live.Current, Connection);
    }

    public void ReceiveChat(long number)
    {
        if (Joined is { } live)
            chats.AgentHas(live, Connection, number);
    }

    public IReadOnlyList<string> GetCannedAnswers() => tenants.Find(Agent.Tenant)?.Guidance.ApprovedAnswers ?? [];

    public async Task<Ack> Propose(Proposal proposal) =>
        new(Joined is { } live ? await proposals.ProposeAsync(live, Connection, proposal) : Refusal.NotFound);

    public async Task<Ack> TakeBack(string id) =>
        new(Joined is { } live ? await proposals.TakeBackAsync(live, Connection, id) : Refusal.NotFound);

    public Task<Ack> AskControl() => ApplyJoinedAsync(nameof(AskControl), session => session.AskControl(Connection, time));

    public Task<Ack> ReleaseControl() => ApplyJoinedAsync(nameof(ReleaseControl), session => session.ReleaseControl(Connection));

    public Task<Ack> Act(int action, ActionKind kind, byte[] body) =>
        ApplyJoinedAsync(nameof(Act), session => session.Act(Connection, action, kind, body));

    public long Ping() => time.GetUtcNow().ToUnixTimeMilliseconds();

    public override async Task OnDisconnectedAsync(Exception? exception)
    {
        if (Joined is { } live)
            await live.ApplyAsync(session => session.AgentDisconnects(Connection, time), CancellationToken.None);
        desks.Disconnected(Context.ConnectionId);
        online.Disconnected(Context.ConnectionId);
        LeaveRoster();
        await base.OnDisconnectedAsync(exception);
    }

    private IReadOnlyList<string> Labels => tenants.Find(Agent.Tenant)?.Guidance.Approved ?? [];

    private LiveSession? Joined
    {
        get => Context.Items.TryGetValue(nameof(Joined), out var joined) ? (LiveSession?)joined : null;
        set => Context.Items[nameof(Joined)] = value;
    }

    private async Task<AgentJoined> EnterAsync(string operation, string sessionId, Func<Session, SessionStep> step)
    {
        if (!SessionId.TryParse(sessionId, out var id) || sessions.Find(id) is not { } live)
            return Refused(Refusal.NotFound);
        if (live.Current.Tenant == Agent.Tenant)
            return await EnterAsync(operation, live, step);
        // The other tenant learns that somebody tried, and not who; the agent, not even that there is a session.
        await live.AttemptAsync(
            null, operation, session => SessionStep.Refused(session, Refusal.NotFound), Context.ConnectionAborted);
        return Refused(Refusal.NotFound);
    }

    private async Task<AgentJoined> EnterAsync(string operation, LiveSession live, Func<Session, SessionStep> step)
    {
        if (Joined is { } other && other != live && other.Current is { HasEnded: false } busy && busy.AgentOn(Connection) is not null)
            step = session => SessionStep.Refused(session, Refusal.WrongState);
        var former = Joined;
        Joined = live;
        var (refusal, session) = await live.AttemptAsync(Agent.Identity.Subject, operation, step, Context.ConnectionAborted);
        if (refusal is { } reason)
        {
            Joined = former;
            return Refused(reason);
        }

        // The connection may have gone before it had a place to lose.
        if (Context.ConnectionAborted.IsCancellationRequested)
            await live.ApplyAsync(current => current.AgentDisconnects(Connection, time), CancellationToken.None);
        var place = session.AgentOn(Connection);
        return new AgentJoined(
            null, session.ForAgent(Connection, time), place?.Id.ToString(), place is null ? null : assets.Grant(session, place), place?.ConsentExpiresIn(time), Labels);
    }

    private Task<Ack> ApplyJoinedAsync(string operation, Func<Session, SessionStep> step) =>
        Joined is { } live ? ApplyAsync(operation, live, step) : Task.FromResult(new Ack(Refusal.NotFound));

    private async Task<Ack> ApplyAsync(string operation, LiveSession live, Func<Session, SessionStep> step) =>
        new((await live.AttemptAsync(Agent.Identity.Subject, operation, step, Context.ConnectionAborted)).Refusal);

    private static AgentJoined Refused(Refusal refusal) => new(refusal, null, null, null, null, []);
}
