using CoBrowse.Protocol;
using CoBrowse.Sessions;

namespace CoBrowse.Storage.History;

/// <summary>A session that is over, as far as it is kept, with everybody who had a place in it, in the order of joining.</summary>
public sealed record PastSession(
    SessionId Id, DateTimeOffset CreatedAt, DateTimeOffset EndedAt, string Origin, string? Topic, EndReason Reason, IReadOnlyList<AgentIdentity> Agents);
