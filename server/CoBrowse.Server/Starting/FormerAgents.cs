using System.Collections.Concurrent;
using CoBrowse.Protocol;
using CoBrowse.Sessions;
using Microsoft.Extensions.Options;

namespace CoBrowse.Server.Starting;

/// <summary>
/// Whom an identified customer was with, for a while after the session: in memory, since what is stored names customers
/// under seal, and nobody looks a customer up there.
/// </summary>
internal sealed class FormerAgents(IOptions<StartingOptions> options, TimeProvider time)
{
    private const int Most = 50_000;
    private readonly ConcurrentDictionary<(TenantId Tenant, string Reference), (AgentIdentity Agent, DateTimeOffset Until)> former = new();

    /// <summary>Remembers the agent whom the customer had let in first, unless the customer sent them away.</summary>
    public void Note(Session before, Session ended)
    {
        if (ended is not { Verified: { } customer, Lifecycle: Lifecycle.Ended { Reason: var reason } })
            return;
        var agents = reason is EndReason.AgentsGone ? before.Agents : ended.Agents;
        if (agents.Find(agent => agent.MayView) is not { } place)
            return;
        var now = time.GetUtcNow();
        if (former.Count >= Most)
        {
            foreach (var (key, _) in former.Where(each => each.Value.Until <= now))
                former.TryRemove(key, out _);
        }

        if (former.Count < Most)
            former[(ended.Tenant, customer.Reference)] = (place.Agent, now + options.Value.ReturnWithin);
    }

    public AgentIdentity? Of(TenantId tenant, VerifiedCustomer customer) =>
        former.TryGetValue((tenant, customer.Reference), out var had) && time.GetUtcNow() < had.Until ? had.Agent : null;
}
