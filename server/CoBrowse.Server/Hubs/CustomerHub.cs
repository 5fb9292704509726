using CoBrowse.Protocol;
using CoBrowse.Server.Chat;
using CoBrowse.Server.Identity;
using CoBrowse.Server.Masking;
using CoBrowse.Server.Proposals;
using CoBrowse.Server.Sessions;
using CoBrowse.Server.Tenants;
using CoBrowse.Sessions;
using CoBrowse.SignalR;
using Microsoft.AspNetCore.SignalR;

namespace CoBrowse.Server.Hubs;

/// <summary>A customer's browser. Its ticket names the session, so no call does.</summary>
internal sealed class CustomerHub(
    SessionDirectory sessions,
    FrameRelay relay,
    SessionRelay relays,
    SessionChats chats,
    SessionProposals proposals,
    TenantPolicies policies,
    CustomerProofs proofs,
    TenantRegistry tenants,
    TimeProvider time)
    : Hub<ICustomerClient>
{
    private ConnectionId Connection => new(Context.ConnectionId);

    private Caller.Customer Customer => (Caller.Customer)Caller.Read(Context.User)!;

    public async Task<CustomerJoined> Join(CustomerJoin join)
    {
        if (join.ProtocolVersion != ProtocolVersion.Current)
            return Refused(Refusal.VersionNotSupported);
        if (string.IsNullOrEmpty(join.TabId) || join.TabId.Length > 64)
            return Refused(Refusal.InvalidRequest);
        if (sessions.Find(Customer.Session) is not { } live)
            return Refused(Refusal.NotFound);
        // Read before, and answered after: whatever changes in between is either told to this connection or answered here.
        var joining = policies.Current(Customer.Tenant).Version;
        var (refusal, session) = await live.ApplyAsync(
            current => current.CustomerJoins(Connection, join.TabId, time, joining), Context.ConnectionAborted);
        // The connection may have gone before it had a place to lose.
        if (Context.ConnectionAborted.IsCancellationRequested)
            await live.ApplyAsync(current => current.CustomerDisconnects(Connection, time), CancellationToken.None);
        if (refusal is { } reason)
            return Refused(reason);
        var policy = policies.Current(session.Tenant);
        return new CustomerJoined(
            null, session.ForCustomer(), policy.Json, policy.Hash, session.Watch(),
            SessionNews.FirstAsked(session)?.ToRequest(session, time) ?? session.ControlRequest(time), tenants.Find(session.Tenant)?.ControlRules(),
            tenants.Find(session.Tenant)?.WithheldPages is { Count: > 0 } withheld ? PageGlob.ToRegex(withheld) : null);
    }

    public Task<Ack> AnswerConsent(ConsentAnswer answer) => ConsentRequestId.TryParse(answer.RequestId, out var request)
        ? ApplyAsync(session => session.Answer(request, answer.Granted, time))
        : Task.FromResult(new Ack(Refusal.InvalidRequest));

    public Task<Ack> Pause() => ApplyAsync(session => session.Pause());

    public Task<Ack> Resume() => ApplyAsync(session => session.Resume());

    public Task<Ack> RemoveAgent(string participantId) => ParticipantId.TryParse(participantId, out var participant)
        ? ApplyAsync(session => session.Withdraw(participant, time))
        : Task.FromResult(new Ack(Refusal.InvalidRequest));

    public Task<Ack> RevokeControl() => ApplyAsync(session => session.RevokeControl());

    public Task<Ack> YieldControl(bool yields) => ApplyAsync(session => session.YieldControl(yields));

    public Task<Ack> Acted(int action, ActionOutcome outcome) => ApplyAsync(session => session.Acted(action, outcome));

    public Task<Ack> End(CustomerEnd? reason) => reason switch
    {
        null or CustomerEnd.CustomerEnded => ApplyAsync(session => session.End(EndReason.CustomerEnded, time)),
        // Whichever tab learns that somebody else sits there: nothing more may be shown, from no tab.
        CustomerEnd.IdentityChanged => ApplyAsync(session => session.End(EndReason.IdentityChanged, time), fromAnyTab: true),
        _ => Task.FromResult(new Ack(Refusal.InvalidRequest)),
    };

    public Task<Ack> StandAt(PagePlace place) => Enum.IsDefined(place)
        ? ApplyAsync(session => session.StandAt(place))
        : Task.FromResult(new Ack(Refusal.InvalidRequest));

    public async Task<Ack> Identify(string token) => await proofs.ReadAsync(Customer.Tenant, token ?? string.Empty) is { } customer
        ? await ApplyAsync(session => session.Identify(customer, time), fromAnyTab: true)
        : new Ack(Refusal.NotAllowed);

    public async Task<Ack> UsePolicy(string hash, long epoch)
    {
        var policy = policies.Current(Customer.Tenant);
        if (epoch is < 0 or > uint.MaxValue)
            return new Ack(Refusal.InvalidRequest);
        if (hash != policy.Hash)
            return new Ack(Refusal.HashMismatch);
        var ack = await ApplyAsync(session => session.UsesPolicy(policy.Version, hash, (uint)epoch));
        // Written first: no frame passes of an epoch that the audit does not know.
        return ack.Refusal is null && !relays.UsePolicy(Customer.Tenant, Customer.Session, Context.ConnectionId, policy.Version, (uint)epoch)
            ? new Ack(Refusal.HashMismatch)
            : ack;
    }

    public Task<ChatSent> SendChat(string id, string text) => sessions.Find(Customer.Session) is { } live
        ? chats.FromCustomerAsync(live, Connection, id, text)
        : Task.FromResult(new ChatSent(Refusal.NotFound, null));

    public void TypeChat()
    {
        if (sessions.Find(Customer.Session) is { } live)
            chats.CustomerTypes(live.Current, Connection);
    }

    public void ReceiveChat(long number)
    {
        if (sessions.Find(Customer.Session) is { } live)
            chats.CustomerHas(live, Connection, number);
    }

    public async Task<Ack> AnswerProposal(string participantId, string id, ProposalOutcome outcome, ProposalReason? reason) =>
        new(sessions.Find(Customer.Session) is { } live
            ? await proposals.AnswerAsync(live, Connection, participantId, id, outcome, reason)
            : Refusal.NotFound);

    public long Ping() => time.GetUtcNow().ToUnixTimeMilliseconds();

    [HubMethodName(CustomerHubNames.Frame)]
    public async Task Frame(byte[] frame)
    {
        if (relay.Find(Customer.Session.ToString()) is { } channel)
            await channel.ReceiveAsync(Context.ConnectionId, frame, Context.ConnectionAborted);
    }

    public override async Task OnDisconnectedAsync(Exception? exception)
    {
        if (sessions.Find(Customer.Session) is { } live)
            await live.ApplyAsync(session => session.CustomerDisconnects(Connection, time), CancellationToken.None);
        await base.OnDisconnectedAsync(exception);
    }

    private async Task<Ack> ApplyAsync(Func<Session, SessionStep> step, bool fromAnyTab = false)
    {
        if (sessions.Find(Customer.Session) is not { } live)
            return new Ack(Refusal.NotFound);
        var (refusal, _) = await live.ApplyAsync(
            // Else only the tab that holds the place speaks for the customer.
            session => fromAnyTab || session.HasEnded || session.CustomerConnection == Connection
                ? step(session)
                : SessionStep.Refused(session, Refusal.Superseded),
            Context.ConnectionAborted);
        return new Ack(refusal);
    }

    private static CustomerJoined Refused(Refusal refusal) => new(refusal, null, null, null, null, null, null, null);
}
