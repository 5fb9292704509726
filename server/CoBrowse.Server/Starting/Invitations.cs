using System.Buffers.Text;
using System.Security.Cryptography;
using CoBrowse.Protocol;
using CoBrowse.Server.Hubs;
using CoBrowse.Sessions;
using Microsoft.Extensions.Options;

namespace CoBrowse.Server.Starting;

/// <summary>
/// The identified customers whose pages listen now, and the invitations that agents send them. Nobody gets a list: an
/// agent names one reference exactly, so many in ten minutes, and learns no more than whether that customer is asked.
/// All in memory: a page listens again by itself.
/// </summary>
internal sealed class Invitations(
    AgentsOnline agents, StartingNews news, IOptions<StartingOptions> options, TimeProvider time)
{
    /// <summary>How long a page's question waits for an invitation.</summary>
    public static readonly TimeSpan Hold = TimeSpan.FromSeconds(25);

    /// <summary>More pages than one customer looks at in the same moment.</summary>
    public const int PagesPerCustomer = 4;

    // Between two questions of a page that listens.
    private static readonly TimeSpan Gap = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(10);
    private const int MostCustomers = 50_000;

    private readonly Lock gate = new();
    private readonly Dictionary<(TenantId, string), Listener> listeners = [];
    private readonly Dictionary<object, Queue<DateTimeOffset>> asked = [];

    /// <summary>How many pages wait for an answer.</summary>
    public int Questions
    {
        get
        {
            lock (gate)
                return listeners.Values.Sum(listener => listener.Waiting.Count(each => !each.Task.IsCompleted));
        }
    }

    /// <summary>Waits for an invitation; null: none came. Answers at once where the customer is being asked already.</summary>
    public async Task<Invitation?> NextAsync(TenantId tenant, VerifiedCustomer customer, CancellationToken cancellationToken)
    {
        TaskCompletionSource<Invitation?> waiting;
        lock (gate)
        {
            var now = time.GetUtcNow();
            if (!listeners.TryGetValue((tenant, customer.Reference), out var listener))
            {
                Sweep(now);
                if (listeners.Count >= MostCustomers)
                    return null;
                listeners[(tenant, customer.Reference)] = listener = new Listener();
            }

            listener.HeardUntil = now + Hold + Gap;
            if (listener.Open is { } open && now < open.ExpiresAt)
                return open;
            if (listener.Waiting.Count >= PagesPerCustomer)
                listener.Waiting.Dequeue().TrySetResult(null);
            listener.Waiting.Enqueue(waiting = new TaskCompletionSource<Invitation?>(TaskCreationOptions.RunContinuationsAsynchronously));
        }

        try
        {
            return await waiting.Task.WaitAsync(Hold, time, cancellationToken);
        }
        catch (TimeoutException)
        {
            return null;
        }
        finally
        {
            waiting.TrySetResult(null);
        }
    }

    /// <summary>Asks the customer. NotFound: nobody of that reference listens, or they do not want to be asked now.</summary>
    public (Invitation? Invitation, Refusal? Refusal) Invite(TenantId tenant, AgentIdentity agent, string reference)
    {
        lock (gate)
        {
            var now = time.GetUtcNow();
            if (Count((tenant, agent.Subject), now) >= options.Value.InvitationsPerAgent || Count(tenant, now) >= options.Value.InvitationsPerTenant)
                return (null, Refusal.TooManyAttempts);
            Note((tenant, agent.Subject), now);
            Note(tenant, now);
            if (!listeners.TryGetValue((tenant, reference), out var listener) || listener.HeardUntil <= now)
                return (null, Refusal.NotFound);
            if (now < listener.QuietUntil || (listener.Open is { } other && now < other.ExpiresAt))
                return (null, Refusal.NotAllowed);
            var id = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));
            var invitation = new Invitation(id, tenant, reference, agent, now + options.Value.InvitationLifetime);
            listener.Open = invitation;
            while (listener.Waiting.TryDequeue(out var waiting))
                waiting.TrySetResult(invitation);
            return (invitation, null);
        }
    }

    /// <summary>The customer says yes: the invitation is used up, and its agent is who they get.</summary>
    public (AgentIdentity? Agent, Refusal? Refusal) Accept(TenantId tenant, VerifiedCustomer? customer, string id)
    {
        if (Take(tenant, customer, id) is not { } invitation)
            return (null, Refusal.Expired);
        if (!agents.IsOnline(tenant, invitation.Agent.Subject))
            return (null, Refusal.AgentGone);
        news.InvitationAnswered(tenant, invitation.Agent, id, CustomerInvitationOutcome.Accepted);
        return (invitation.Agent, null);
    }

    /// <summary>The customer says no, or not now, and is left in peace for a while.</summary>
    public Refusal? Decline(TenantId tenant, VerifiedCustomer customer, string id, CustomerInvitationOutcome outcome)
    {
        var quiet = outcome is CustomerInvitationOutcome.Declined ? options.Value.QuietAfterNo : options.Value.QuietAfterNotNow;
        if (Take(tenant, customer, id, quiet) is not { } invitation)
            return Refusal.Expired;
        news.InvitationAnswered(tenant, invitation.Agent, id, outcome);
        return null;
    }

    private Invitation? Take(TenantId tenant, VerifiedCustomer? customer, string id, TimeSpan quiet = default)
    {
        lock (gate)
        {
            var now = time.GetUtcNow();
            if (customer is null
                || !listeners.TryGetValue((tenant, customer.Reference), out var listener)
                || listener.Open is not { } open
                || open.ExpiresAt <= now
                || !CryptographicOperations.FixedTimeEquals(System.Text.Encoding.UTF8.GetBytes(open.Id), System.Text.Encoding.UTF8.GetBytes(id)))
            {
                return null;
            }

            listener.Open = null;
            listener.QuietUntil = now + quiet;
            return open;
        }
    }

    private void Sweep(DateTimeOffset now)
    {
        foreach (var (key, _) in listeners.Where(each => each.Value.HeardUntil <= now && each.Value.QuietUntil <= now).ToList())
            listeners.Remove(key);
        foreach (var (key, _) in asked.Where(each => each.Value.Count == 0 || each.Value.Last() <= now - Window).ToList())
            asked.Remove(key);
    }

    private int Count(object who, DateTimeOffset now)
    {
        if (!asked.TryGetValue(who, out var times))
            return 0;
        while (times.TryPeek(out var first) && first <= now - Window)
            times.Dequeue();
        return times.Count;
    }

    private void Note(object who, DateTimeOffset now)
    {
        if (!asked.TryGetValue(who, out var times))
            asked[who] = times = new Queue<DateTimeOffset>();
        times.Enqueue(now);
    }

    private sealed class Listener
    {
        public DateTimeOffset HeardUntil { get; set; }

        public DateTimeOffset QuietUntil { get; set; }

        public Invitation? Open { get; set; }

        public Queue<TaskCompletionSource<Invitation?>> Waiting { get; } = new();
    }
}
