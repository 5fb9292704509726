using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using CoBrowse.Protocol;
using CoBrowse.Server.Hubs;
using CoBrowse.Sessions;
using Microsoft.Extensions.Options;

namespace CoBrowse.Server.Starting;

/// <summary>
/// The links that agents have made, in memory: they last minutes, and only while their agent is connected to this node.
/// Only hashes are kept, of tokens of 256 bits.
/// </summary>
internal sealed class AgentLinks(AgentsOnline agents, IOptions<StartingOptions> options, TimeProvider time)
{
    /// <summary>More open links than one agent sends; one more pushes out the oldest.</summary>
    public const int PerAgent = 20;

    /// <summary>What stands before the token in the address. The snippet looks for it.</summary>
    public const string Fragment = "cobrowse=";

    private readonly Lock gate = new();
    private readonly Dictionary<string, AgentLink> links = new(StringComparer.Ordinal);

    /// <summary>A new token, which is nowhere but in the answer.</summary>
    public (string Token, DateTimeOffset ExpiresAt) Make(TenantId tenant, AgentIdentity agent)
    {
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        var now = time.GetUtcNow();
        var link = new AgentLink(tenant, agent, now + options.Value.LinkLifetime, Used: false);
        lock (gate)
        {
            foreach (var (old, _) in links.Where(each => Forgotten(each.Value) <= now).ToList())
                links.Remove(old);
            var own = links.Where(each => each.Value.Tenant == tenant && each.Value.Agent.Subject == agent.Subject).ToList();
            if (own.Count >= PerAgent)
                links.Remove(own.MinBy(each => each.Value.ExpiresAt).Key);
            links[HashOf(token)] = link;
        }

        return (token, link.ExpiresAt);
    }

    /// <summary>
    /// Uses a link up: of many who try at once, one gets the agent. The others learn why not, as does the agent, who is
    /// named with the refusal where the link is of this tenant.
    /// </summary>
    public (AgentIdentity? Agent, Refusal? Refusal) Redeem(TenantId tenant, string token)
    {
        var hash = HashOf(token);
        var now = time.GetUtcNow();
        lock (gate)
        {
            if (!links.TryGetValue(hash, out var link) || link.Tenant != tenant || Forgotten(link) <= now)
                return (null, Refusal.NotFound);
            if (link.Used)
                return (link.Agent, Refusal.AlreadyClaimed);
            if (link.ExpiresAt <= now)
                return (link.Agent, Refusal.Expired);
            // Not used up: the agent may be back in a moment, and the customer try again.
            if (!agents.IsOnline(tenant, link.Agent.Subject))
                return (null, Refusal.AgentGone);
            links[hash] = link with { Used = true };
            return (link.Agent, null);
        }
    }

    private static DateTimeOffset Forgotten(AgentLink link) => link.ExpiresAt + TimeSpan.FromHours(1);

    private static string HashOf(string token) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
