using System.Collections.Concurrent;
using CoBrowse.Protocol;
using CoBrowse.Server.Hubs;
using CoBrowse.Server.Sessions;
using CoBrowse.Server.Tenants;
using CoBrowse.Sessions;
using Microsoft.AspNetCore.SignalR;

namespace CoBrowse.Server.Colleagues;

/// <summary>
/// Tells agents of what is theirs at once, and of each other, and supervisors of sessions, at most every
/// <see cref="Pause"/> a tenant: so many come and go that each change would be told to everybody.
/// </summary>
internal sealed class ColleagueNews(
    Roster roster,
    IHubContext<AgentHub, IAgentClient> agents,
    TenantRegistry tenants,
    IServiceProvider services,
    TimeProvider time,
    ILogger<ColleagueNews> logger) : IDisposable
{
    public static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);

    private const int MostHelped = 200;
    private readonly ConcurrentDictionary<(TenantId Tenant, bool Sessions), ITimer> due = new();

    // An agent may have places in several sessions, which change side by side: the later one is told last.
    private readonly Lock telling = new();

    private SessionDirectory Directory => services.GetRequiredService<SessionDirectory>();

    /// <summary>What is new for agents by a change of a session.</summary>
    public void Tell(SessionChange change)
    {
        var (before, after) = (change.Before, change.After);
        if (before.Agents.IsEmpty && after.Agents.IsEmpty)
            return;
        Soon(after.Tenant, sessions: true);
        // What of it is on nobody's desk, such as a customer who comes and goes, is most of what happens.
        if (before.Agents == after.Agents && before.Invitations == after.Invitations && before.Lifecycle.State == after.Lifecycle.State)
            return;
        var concerned = before.Agents.Concat(after.Agents).Select(place => place.Agent)
            .Concat(before.Invitations.Concat(after.Invitations).Select(invitation => invitation.To));
        foreach (var agent in concerned.DistinctBy(agent => agent.Subject))
            TellDesk(after.Tenant, agent);
        RosterChanged(after.Tenant);
    }

    /// <summary>Somebody came, went, or can or cannot be asked.</summary>
    public void RosterChanged(TenantId tenant) => Soon(tenant, sessions: false);

    /// <summary>Tells one agent, wherever they are signed in, of their own desk.</summary>
    public void TellDesk(TenantId tenant, AgentIdentity agent)
    {
        lock (telling)
            agents.Clients.Group(AgentHub.LineOf(tenant, agent.Subject)).DeskChanged(DeskOf(tenant, agent)).Observe(logger);
    }

    public DeskView DeskOf(TenantId tenant, AgentIdentity agent)
    {
        var all = Directory.All.Select(live => live.Current).Where(session => session.Tenant == tenant && !session.HasEnded).ToList();
        return new DeskView(
            (roster.Find(tenant, agent.Subject) ?? new Colleague(Guid.Empty, tenant, agent)).ToView(),
            [.. all.SelectMany(session => session.Invitations
                .Where(invitation => invitation.To.Subject == agent.Subject)
                .Select(invitation => invitation.ToView(session, time)))],
            [.. all.OrderBy(session => session.CreatedAt)
                .Select(session => (Session: session, Place: session.AgentWith(agent.Subject)))
                .Where(own => own.Place is not null)
                .Select(own => own.Session.ToOwn(own.Place!))],
            tenants.Find(tenant)?.Guidance.Watermark ?? true);
    }

    /// <summary>The sessions of a tenant in which somebody helps, the newest first.</summary>
    public IReadOnlyList<HelpedSession> HelpedSessionsOf(TenantId tenant) =>
    [
        .. Directory.All.Select(live => live.Current)
            .Where(session => session.Tenant == tenant && session.HasHelp && session.Lifecycle is Lifecycle.Active or Lifecycle.Paused)
            .OrderByDescending(session => session.CreatedAt)
            .Take(MostHelped)
            .Select(ColleagueViews.ToHelped),
    ];

    public void Dispose()
    {
        foreach (var timer in due.Values)
            timer.Dispose();
    }

    private void Soon(TenantId tenant, bool sessions)
    {
        var what = (tenant, sessions);
        if (due.ContainsKey(what))
            return;
        var timer = time.CreateTimer(_ => TellNow(what), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        if (due.TryAdd(what, timer))
            timer.Change(Pause, Timeout.InfiniteTimeSpan);
        else
            timer.Dispose();
    }

    private void TellNow((TenantId Tenant, bool Sessions) what)
    {
        // Taken away first: what changes from here on is told of anew.
        if (due.TryRemove(what, out var timer))
            timer.Dispose();
        lock (telling)
        {
            var told = what.Sessions
                ? agents.Clients.Group(AgentHub.SupervisorsOf(what.Tenant)).HelpedSessionsChanged(HelpedSessionsOf(what.Tenant))
                : agents.Clients.Group(AgentHub.QueueOf(what.Tenant)).ColleaguesChanged(roster.Of(what.Tenant).ToList());
            told.Observe(logger);
        }
    }
}
