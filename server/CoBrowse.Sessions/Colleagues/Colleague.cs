using System.Collections.Immutable;
using CoBrowse.Protocol;

namespace CoBrowse.Sessions;

/// <summary>
/// One agent as colleagues know them, whatever number of consoles they have open. Never stored; <paramref name="Id"/> is
/// drawn anew when the node starts, so that it says nothing elsewhere.
/// </summary>
public sealed record Colleague(Guid Id, TenantId Tenant, AgentIdentity Agent)
{
    /// <summary>The open consoles.</summary>
    public ImmutableHashSet<ConnectionId> Connections { get; init; } = [];

    /// <summary>Those of them at which nobody is.</summary>
    public ImmutableHashSet<ConnectionId> Idle { get; init; } = [];

    /// <summary>The sessions that are open in one of them.</summary>
    public ImmutableHashSet<SessionId> Sessions { get; init; } = [];

    /// <summary>Whether the agent chose to be away.</summary>
    public bool ChoseAway { get; init; }

    /// <summary>When the last console was closed.</summary>
    public DateTimeOffset GoneSince { get; init; }

    /// <summary>Whether a console is open.</summary>
    public bool Present => !Connections.IsEmpty;

    /// <summary>Who sits in a session is busy, whatever was chosen; who is at no console is away.</summary>
    public AgentStatus Status => !Present || (Sessions.IsEmpty && (ChoseAway || Connections.IsSubsetOf(Idle)))
        ? AgentStatus.Away
        : Sessions.IsEmpty ? AgentStatus.Available : AgentStatus.Busy;
}
