using System.Collections.Concurrent;
using CoBrowse.Protocol;
using CoBrowse.Server.Hubs;
using CoBrowse.Server.Masking;
using CoBrowse.Sessions;
using CoBrowse.SignalR;
using Microsoft.AspNetCore.SignalR;

namespace CoBrowse.Server.Sessions;

/// <summary>
/// Keeps each session's relay channel as its consents say: frames pass while it is active, from the customer's
/// connection, to agents who have consent. Called under the session's lock. When the tenant's masking policy changes,
/// frames of epochs that were begun before it are refused at once, whoever holds that lock.
/// </summary>
internal sealed class SessionRelay(
    FrameRelay relay,
    IHubContext<CustomerHub, ICustomerClient> customers,
    IHubContext<AgentHub, IAgentClient> agents,
    TenantPolicies policies,
    DeskRoles desks,
    ILogger<SessionRelay> logger) : IRelayChannelListener
{
    private readonly ConcurrentDictionary<SessionId, Attachments> attached = new();

    /// <summary>Takes away what the session no longer allows.</summary>
    public void Restrict(Session session)
    {
        if (!attached.TryGetValue(session.Id, out var now))
            return;
        var channelId = session.Id.ToString();
        if (session.HasEnded)
        {
            relay.Close(channelId);
            attached.TryRemove(session.Id, out _);
            return;
        }

        if (relay.Find(channelId) is not { } channel)
            return;
        if (session.Lifecycle is not Lifecycle.Active)
            channel.Stop();
        var allowed = AllowedAgents(session);
        foreach (var connection in now.Agents.Keys.Where(connection => !allowed.Contains(connection)).ToList())
        {
            channel.DetachAgent(connection);
            now.Agents.TryRemove(connection, out _);
        }

        if (now.Customer is { } customer && customer != session.CustomerConnection?.Value)
        {
            channel.DetachCustomer(customer);
            now.Customer = null;
        }
    }

    /// <summary>Gives what it allows.</summary>
    public void Permit(Session session)
    {
        if (session.Lifecycle is not Lifecycle.Active)
            return;
        var now = attached.GetOrAdd(session.Id, _ => new Attachments());
        // Whoever comes last under this lock, this or a change of the policy, sees the present one.
        using var _ = now.Gate.EnterScope();
        var policy = policies.Current(session.Tenant);
        var channel = relay.Open(session.Id.ToString(), this);
        if (!channel.Flowing)
            channel.Start();
        channel.SetClasses(policy.Classes);
        if (session.Customer is CustomerPresence.Present { Connection.Value: var customer, Policy: var joined } && now.Customer != customer)
        {
            now.Customer = customer;
            if (joined == policy.Version)
                channel.AdmitEveryEpoch();
            else
                channel.RefuseEpochs();
            channel.AttachCustomer(customer);
        }

        foreach (var connection in AllowedAgents(session))
        {
            if (now.Agents.TryAdd(connection, 0))
                channel.AttachAgent(connection, policy.ClassesOf(desks.Of(connection)));
        }
    }

    /// <summary>Refuses what is captured under another policy than this one, which holds from now on.</summary>
    public void PolicyChanged(Session session)
    {
        if (!attached.TryGetValue(session.Id, out var now))
            return;
        using var _ = now.Gate.EnterScope();
        if (relay.Find(session.Id.ToString()) is not { } channel)
            return;
        var policy = policies.Current(session.Tenant);
        channel.RefuseEpochs();
        channel.SetClasses(policy.Classes);
        foreach (var connection in now.Agents.Keys)
            channel.SetClasses(connection, policy.ClassesOf(desks.Of(connection)));
    }

    /// <summary>Lets an epoch pass that the customer captures under this version, if it still is the present one.</summary>
    public bool UsePolicy(TenantId tenant, SessionId session, string connection, int version, uint epoch)
    {
        // Nobody watches yet: the channel is made when somebody does, and asks for what is needed then.
        if (!attached.TryGetValue(session, out var now) || relay.Find(session.ToString()) is not { } channel)
            return policies.Current(tenant).Version == version;
        using var _ = now.Gate.EnterScope();
        if (policies.Current(tenant).Version != version || now.Customer != connection)
            return false;
        channel.AdmitEpoch(epoch);
        return true;
    }

    public void KeyframeNeeded(string channelId, KeyframeReason reason)
    {
        if (SessionId.TryParse(channelId, out var id) && attached.TryGetValue(id, out var now) && now.Customer is { } customer)
            customers.Clients.Client(customer).KeyframeNeeded(reason).Observe(logger);
    }

    public void AgentResyncing(string channelId, string connectionId) =>
        agents.Clients.Client(connectionId).Resyncing().Observe(logger);

    private static HashSet<string> AllowedAgents(Session session) =>
        [.. session.Watchers.SelectMany(agent => agent.Connections).Select(connection => connection.Value)];

    private sealed class Attachments
    {
        private volatile string? customer;

        public string? Customer { get => customer; set => customer = value; }

        public Lock Gate { get; } = new();

        /// <summary>A set. A change of the policy reads it while the session's lock is another's.</summary>
        public ConcurrentDictionary<string, byte> Agents { get; } = new(StringComparer.Ordinal);
    }
}
