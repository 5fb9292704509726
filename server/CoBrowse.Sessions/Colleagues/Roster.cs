using System.Collections.Concurrent;
using CoBrowse.Protocol;

namespace CoBrowse.Sessions;

/// <summary>
/// The agents of this node who are there, or were until <see cref="Remembered"/> ago: so that a console that is opened
/// again finds the status that was chosen. Bounded by the connections that the node takes.
/// </summary>
public sealed class Roster(TimeProvider time)
{
    /// <summary>How long an agent without a console stays known.</summary>
    public static readonly TimeSpan Remembered = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<TenantId, Dictionary<string, Colleague>> tenants = new();

    /// <summary>Who is known of this tenant.</summary>
    public IReadOnlyList<Colleague> Of(TenantId tenant)
    {
        if (!tenants.TryGetValue(tenant, out var known))
            return [];
        var now = time.GetUtcNow();
        lock (known)
        {
            foreach (var gone in known.Values.Where(each => !each.Present && now - each.GoneSince >= Remembered).ToList())
                known.Remove(gone.Agent.Subject);
            return [.. known.Values];
        }
    }

    /// <summary>The colleague of this tenant with this id.</summary>
    public Colleague? Find(TenantId tenant, Guid id) => Of(tenant).FirstOrDefault(each => each.Id == id);

    /// <summary>The agent with this subject.</summary>
    public Colleague? Find(TenantId tenant, string subject) => Of(tenant).FirstOrDefault(each => each.Agent.Subject == subject);

    /// <summary>A console is open. The newest token says what the agent is called.</summary>
    public void Connected(TenantId tenant, AgentIdentity agent, ConnectionId connection)
    {
        var known = tenants.GetOrAdd(tenant, _ => new(StringComparer.Ordinal));
        lock (known)
        {
            var colleague = known.GetValueOrDefault(agent.Subject) ?? new Colleague(Guid.NewGuid(), tenant, agent);
            known[agent.Subject] = colleague with { Agent = agent, Connections = colleague.Connections.Add(connection) };
        }
    }

    /// <summary>A console is closed.</summary>
    public void Disconnected(TenantId tenant, string subject, ConnectionId connection) => Change(tenant, subject, colleague => colleague with
    {
        Connections = colleague.Connections.Remove(connection),
        Idle = colleague.Idle.Remove(connection),
        GoneSince = time.GetUtcNow(),
    });

    /// <summary>The agent says whether they can be asked.</summary>
    public void Choose(TenantId tenant, string subject, bool away) => Change(tenant, subject, colleague => colleague with { ChoseAway = away });

    /// <summary>Nobody is at this console, or somebody is again.</summary>
    public void SetIdle(TenantId tenant, string subject, ConnectionId connection, bool idle) => Change(tenant, subject, colleague => colleague with
    {
        Idle = idle && colleague.Connections.Contains(connection) ? colleague.Idle.Add(connection) : colleague.Idle.Remove(connection),
    });

    /// <summary>Takes over from a change of a session who sits in it now.</summary>
    public void Follow(SessionChange change)
    {
        var (before, after) = (change.Before, change.After);
        foreach (var subject in before.Agents.Concat(after.Agents).Select(agent => agent.Agent.Subject).Distinct())
        {
            var sits = !after.HasEnded && after.AgentWith(subject) is { Present: true };
            Change(after.Tenant, subject, colleague => colleague with
            {
                Sessions = sits ? colleague.Sessions.Add(after.Id) : colleague.Sessions.Remove(after.Id),
            });
        }
    }

    private void Change(TenantId tenant, string subject, Func<Colleague, Colleague> change)
    {
        if (!tenants.TryGetValue(tenant, out var known))
            return;
        lock (known)
        {
            if (known.TryGetValue(subject, out var colleague))
                known[subject] = change(colleague);
        }
    }
}
