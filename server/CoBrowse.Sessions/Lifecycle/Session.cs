using System.Collections.Immutable;
using CoBrowse.Protocol;

namespace CoBrowse.Sessions;

/// <summary>
/// A session as it is at one moment. It never changes: each step (<see cref="CustomerSteps"/>,
/// <see cref="AgentSteps"/>, <see cref="TimeSteps"/>) answers a new one.
/// </summary>
public sealed record Session
{
    /// <summary>The id.</summary>
    public required SessionId Id { get; init; }

    /// <summary>Whose session it is.</summary>
    public required TenantId Tenant { get; init; }

    /// <summary>The web origin of the customer's page.</summary>
    public required string Origin { get; init; }

    /// <summary>What the portal says it is about.</summary>
    public string? Topic { get; init; }

    /// <summary>The code that the customer may read out. It only pairs.</summary>
    public required SessionCode Code { get; init; }

    /// <summary>What tells the customer that an agent is in this session. None in one that was begun before there were any.</summary>
    public TwoWords? Words { get; init; }

    /// <summary>On what page the customer is. Never stored.</summary>
    public PagePlace Place { get; init; }

    /// <summary>Whom it waits for first. Gone with the first agent who takes it.</summary>
    public Reservation? Reserved { get; init; }

    /// <summary>Who the customer is, where the tenant's backend vouches for it.</summary>
    public VerifiedCustomer? Verified { get; init; }

    /// <summary>How many agents have paired by the code.</summary>
    public int Pairings { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it ends at the latest.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>The times and bounds it keeps.</summary>
    public required SessionRules Rules { get; init; }

    /// <summary>Where it stands.</summary>
    public required Lifecycle Lifecycle { get; init; }

    /// <summary>Whether the customer is there.</summary>
    public required CustomerPresence Customer { get; init; }

    /// <summary>The agents in it, in the order of joining.</summary>
    public ImmutableList<Participant> Agents { get; init; } = [];

    /// <summary>Who acts on the customer's page.</summary>
    public PageControl Control { get; init; } = new PageControl.Free();

    /// <summary>Colleagues who are asked to join or to take over, and have not answered.</summary>
    public ImmutableList<Invitation> Invitations { get; init; } = [];

    /// <summary>When each colleague, by subject, was invited last.</summary>
    public ImmutableDictionary<string, DateTimeOffset> Invited { get; init; } = ImmutableDictionary<string, DateTimeOffset>.Empty;

    /// <summary>How many invitations were sent.</summary>
    public int InvitationsSent { get; init; }

    /// <summary>How often the customer has not wanted a supervisor.</summary>
    public int SupervisorsRefused { get; init; }

    /// <summary>Whether it is over.</summary>
    public bool HasEnded => Lifecycle is Lifecycle.Ended;

    /// <summary>Who receives frames: agents with consent and a connection, while the session is active.</summary>
    public IEnumerable<Participant> Watchers =>
        Lifecycle is Lifecycle.Active ? Agents.Where(agent => agent.MayView && agent.Present) : [];

    /// <summary>The customer's connection, if any.</summary>
    public ConnectionId? CustomerConnection =>
        Customer is CustomerPresence.Present present ? present.Connection : null;

    /// <summary>The agent who uses this connection.</summary>
    public Participant? AgentOn(ConnectionId connection) => Agents.Find(agent => agent.Connections.Contains(connection));

    /// <summary>The place of this agent.</summary>
    public Participant? AgentWith(string subject) =>
        Agents.Find(agent => string.Equals(agent.Agent.Subject, subject, StringComparison.Ordinal));

    /// <summary>The reservation that keeps it from this agent, or from anybody where none is named.</summary>
    public Reservation? ReservedAt(DateTimeOffset now, string? except = null) =>
        Reserved is { } kept && now < kept.Until && kept.Agent.Subject != except ? kept : null;

    /// <summary>What there is to write down of how it began.</summary>
    public IReadOnlyList<SessionEvent> Beginnings =>
    [
        new SessionEvent.Created(),
        .. Reserved is { } kept ? (SessionEvent[])[new SessionEvent.ReservedFor(kept.Agent, kept.Cause)] : [],
        .. Verified is { } customer ? (SessionEvent[])[new SessionEvent.Identified(customer)] : [],
    ];

    /// <summary>Whether there is an agent whom the customer lets watch, to help.</summary>
    public bool HasHelp => Agents.Exists(agent => agent.MayGuide);

    /// <summary>Whether a handover was offered, or accepted and not yet decided by the customer.</summary>
    public bool IsHandedOver =>
        Invitations.Exists(open => open.Kind == Protocol.InvitationKind.Handover) || Agents.Exists(agent => agent.Succeeds is not null);

    /// <summary>A session whose customer has yet to connect.</summary>
    public static Session Create(NewSession request, SessionCode code, SessionRules rules, TimeProvider time)
    {
        var now = time.GetUtcNow();
        return new Session
        {
            Id = SessionId.Create(time),
            Tenant = request.Tenant,
            Origin = request.Origin,
            Topic = request.Topic,
            Code = code,
            Words = TwoWords.Draw(request.WordsLanguage),
            Reserved = request.Reserved,
            Verified = request.Verified,
            CreatedAt = now,
            ExpiresAt = now + rules.Lifetime,
            Rules = rules,
            Lifecycle = new Lifecycle.Created(),
            Customer = new CustomerPresence.Absent(now),
        };
    }
}
