using CoBrowse.Protocol;
using CoBrowse.Server.Hubs;
using CoBrowse.Server.Identity;
using CoBrowse.Server.Sessions;
using CoBrowse.Sessions;
using Microsoft.Extensions.Options;

namespace CoBrowse.Server.Starting;

/// <summary>What a customer brings along who asks for a session: a link, an invitation, a token of the tenant's backend.</summary>
internal sealed class SessionBeginning(
    AgentLinks links,
    Invitations invitations,
    FormerAgents former,
    AgentsOnline agents,
    CustomerProofs proofs,
    StartingNews news,
    IOptions<StartingOptions> options,
    TimeProvider time)
{
    /// <summary>The session to make, or why none. A link and an invitation are used up by it.</summary>
    public async Task<(NewSession Asked, Refusal? Refusal)> ReadAsync(NewSession asked, OpenSession request)
    {
        if (request.Identity is { } token && await proofs.ReadAsync(asked.Tenant, token) is { } customer)
            asked = asked with { Verified = customer };
        var (agent, cause, refusal) = Agent(asked, request);
        if (refusal is not null || agent is null)
            return (asked, refusal);
        var kept = cause is ReservationCause.Return ? options.Value.ReturnReservedFor : options.Value.ReservedFor;
        return (asked with { Reserved = new Reservation(agent, cause, time.GetUtcNow() + kept) }, null);
    }

    private (AgentIdentity? Agent, ReservationCause Cause, Refusal? Refusal) Agent(NewSession asked, OpenSession request)
    {
        if (request.Link is { } link)
        {
            var (agent, refusal) = links.Redeem(asked.Tenant, link);
            if (agent is not null)
                news.LinkOpened(asked.Tenant, agent, refusal);
            return (agent, ReservationCause.Link, refusal);
        }

        if (request.Invitation is { } invitation)
        {
            // Only who was invited can accept, and they have to show again who they are.
            var (agent, refusal) = invitations.Accept(asked.Tenant, asked.Verified, invitation);
            return (agent, ReservationCause.Invitation, refusal);
        }

        return asked.Verified is { } customer
            && former.Of(asked.Tenant, customer) is { } had
            && agents.IsOnline(asked.Tenant, had.Subject)
                ? (had, ReservationCause.Return, null)
                : (null, default, null);
    }
}
