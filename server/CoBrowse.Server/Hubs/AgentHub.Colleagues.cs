using CoBrowse.Protocol;
using CoBrowse.Server.Colleagues;
using CoBrowse.Sessions;

namespace CoBrowse.Server.Hubs;

/// <summary>What agents do with colleagues: who is there, invitations, handover, supervision.</summary>
internal sealed partial class AgentHub
{
    private const int LongestSearch = 100;

    public static string LineOf(TenantId tenant, string subject) => $"line:{tenant}:{subject}";

    public static string SupervisorsOf(TenantId tenant) => $"supervisors:{tenant}";

    public DeskView GetDesk() => colleagues.DeskOf(Agent.Tenant, Agent.Identity);

    public ColleagueList GetColleagues(string? search) =>
        roster.Of(Agent.Tenant).ToList(search?.Length > LongestSearch ? search[..LongestSearch] : search);

    public Task<Ack> ChooseStatus(AgentStatus status)
    {
        if (status is not (AgentStatus.Available or AgentStatus.Away))
            return Task.FromResult(new Ack(Refusal.InvalidRequest));
        roster.Choose(Agent.Tenant, Agent.Identity.Subject, status == AgentStatus.Away);
        return StatusChanged();
    }

    public Task<Ack> SetIdle(bool idle)
    {
        roster.SetIdle(Agent.Tenant, Agent.Identity.Subject, Connection, idle);
        return StatusChanged();
    }

    public async Task<Ack> Invite(string agentId, InvitationKind kind, string? note)
    {
        if (!Enum.IsDefined(kind) || note?.Length > ProtocolLimits.NoteLength || note?.Any(char.IsControl) == true)
            return new Ack(Refusal.InvalidRequest);
        if (Joined is not { } live || !Guid.TryParseExact(agentId, "N", out var id) || roster.Find(Agent.Tenant, id) is not { } colleague
            || tenants.IsDisabled(Agent.Tenant, colleague.Agent.Subject))
        {
            return new Ack(Refusal.NotFound);
        }

        return colleague.Present
            ? await ApplyAsync(nameof(Invite), live, session => session.Invite(
                Connection, colleague.Agent, kind, string.IsNullOrWhiteSpace(note) ? null : note.Trim(), time))
            : new Ack(Refusal.WrongState);
    }

    public async Task<Ack> TakeInvitationBack(string invitationId) => Joined is { } live && InvitationId.TryParse(invitationId, out var id)
        ? await ApplyAsync(nameof(TakeInvitationBack), live, session => session.TakeBack(Connection, id, time))
        : new Ack(Refusal.NotFound);

    public Task<AgentJoined> AcceptInvitation(string sessionId, string invitationId) => InvitationId.TryParse(invitationId, out var id)
        ? EnterAsync(nameof(AcceptInvitation), sessionId, session => session.Accept(id, Agent.Identity, Connection, time))
        : Task.FromResult(Refused(Refusal.NotFound));

    public async Task<Ack> DeclineInvitation(string sessionId, string invitationId) =>
        InvitationId.TryParse(invitationId, out var id) && SessionId.TryParse(sessionId, out var session)
            && sessions.Find(session) is { } live && live.Current.Tenant == Agent.Tenant
            ? await ApplyAsync(nameof(DeclineInvitation), live, current => current.Decline(id, Agent.Identity.Subject))
            : new Ack(Refusal.NotFound);

    public IReadOnlyList<HelpedSession> GetHelpedSessions() => Supervises ? colleagues.HelpedSessionsOf(Agent.Tenant) : [];

    public Task<AgentJoined> Watch(string sessionId) =>
        EnterAsync(nameof(Watch), sessionId, session => session.Watch(Agent.Identity, Connection, time));

    private bool Supervises => Agent.Identity.Role == ParticipantRole.Supervisor;

    private async Task EnterRosterAsync()
    {
        await Groups.AddToGroupAsync(Context.ConnectionId, LineOf(Agent.Tenant, Agent.Identity.Subject), Context.ConnectionAborted);
        if (Supervises)
            await Groups.AddToGroupAsync(Context.ConnectionId, SupervisorsOf(Agent.Tenant), Context.ConnectionAborted);
        roster.Connected(Agent.Tenant, Agent.Identity, Connection);
        colleagues.RosterChanged(Agent.Tenant);
    }

    private void LeaveRoster()
    {
        roster.Disconnected(Agent.Tenant, Agent.Identity.Subject, Connection);
        colleagues.RosterChanged(Agent.Tenant);
    }

    private Task<Ack> StatusChanged()
    {
        colleagues.TellDesk(Agent.Tenant, Agent.Identity);
        colleagues.RosterChanged(Agent.Tenant);
        return Task.FromResult(new Ack(null));
    }
}
