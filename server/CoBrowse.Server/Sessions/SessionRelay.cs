using System.Collections.Concurrent;
using CoBrowse.Protocol;
using CoBrowse.Server.Hubs;
using CoBrowse.Sessions;
using CoBrowse.SignalR;
using Microsoft.AspNetCore.SignalR;

namespace CoBrowse.Server.Sessions;

/// <summary>
/// Keeps each session's relay channel as its consents say: frames pass while it is active, from the customer's
/// connection, to agents who have consent. Called under the session's lock.
/// </summary>
internal sealed class SessionRelay(
    FrameRelay relay,
    IHubContext<CustomerHub, ICustomerClient> customers,
    IHubContext<AgentHub, IAgentClient> agents,
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
        foreach (var connection in now.Agents.Where(connection => !allowed.Contains(connection)).ToList())
        {
            channel.DetachAgent(connection);
            now.Agents.Remove(connection);
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
        var channel = relay.Open(session.Id.ToString(), this);
        if (!channel.Flowing)
            channel.Start();
        if (session.CustomerConnection is { Value: var customer } && now.Customer != customer)
        {
            now.Customer = customer;
            channel.AttachCustomer(customer);
        }

        foreach (var connection in AllowedAgents(session))
        {
            if (now.Agents.Add(connection))
                channel.AttachAgent(connection);
        }
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

        public HashSet<string> Agents { get; } = [];
    }
}
