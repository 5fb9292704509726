using System.Collections.Immutable;
using CoBrowse.Protocol;

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

    /// <summary>The number of the agent's colour: the lowest that was free.</summary>
    public int Hue { get; init; }

    /// <summary>Whom this agent takes over from, once the customer has said yes.</summary>
    public Succession? Succeeds { get; init; }

    /// <summary>Whether the agent is connected.</summary>
    public bool Present => !Connections.IsEmpty;

    /// <summary>Whether the customer has said yes, and has not taken it back.</summary>
    public bool MayView => Consent is Consent.Granted;

    /// <summary>Whether the agent is here to help. A supervisor who watches is not.</summary>
    public bool Helps => Agent.Role != ParticipantRole.Supervisor;

    /// <summary>Whether what the agent points at and draws reaches the customer.</summary>
    public bool MayGuide => Helps && MayView;
}
