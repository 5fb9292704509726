using System.Collections.Immutable;

namespace CoBrowse.Sessions;

/// <summary>An agent's place in a session. Connections are its open tabs; without any it is away since <see cref="AbsentSince"/>.</summary>
public sealed record Participant(ParticipantId Id, AgentIdentity Agent, Consent Consent)
{
    /// <summary>The agent's connections to this session.</summary>
    public ImmutableHashSet<ConnectionId> Connections { get; init; } = [];

    /// <summary>When the last connection went.</summary>
    public DateTimeOffset AbsentSince { get; init; }

    /// <summary>How often the customer has said no to this agent's question for control. Never stored.</summary>
    public int ControlDenials { get; init; }

    /// <summary>Whether the agent is connected.</summary>
    public bool Present => !Connections.IsEmpty;

    /// <summary>Whether the customer has said yes, and has not taken it back.</summary>
    public bool MayView => Consent is Consent.Granted;
}
