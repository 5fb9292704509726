using CoBrowse.Protocol;
using CoBrowse.Server.Hubs;
using CoBrowse.Server.Sessions;
using CoBrowse.Sessions;
using Microsoft.AspNetCore.SignalR;

namespace CoBrowse.Server.Starting;

/// <summary>Tells an agent, in each of their windows, what became of links and invitations.</summary>
internal sealed class StartingNews(IHubContext<AgentHub, IAgentClient> hub, AgentsOnline agents, ILogger<StartingNews> logger)
{
    public void LinkOpened(TenantId tenant, AgentIdentity agent, Refusal? refusal) =>
        Clients(tenant, agent).LinkOpened(refusal).Observe(logger);

    public void InvitationAnswered(TenantId tenant, AgentIdentity agent, string invitation, CustomerInvitationOutcome outcome) =>
        Clients(tenant, agent).InvitationAnswered(invitation, outcome).Observe(logger);

    private IAgentClient Clients(TenantId tenant, AgentIdentity agent) => hub.Clients.Clients(agents.Of(tenant, agent.Subject));
}
