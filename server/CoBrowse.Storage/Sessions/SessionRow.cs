using CoBrowse.Protocol;

namespace CoBrowse.Storage.Sessions;

/// <summary>A session, without presence.</summary>
internal sealed class SessionRow
{
    public required Guid Id { get; init; }

    public required string Tenant { get; init; }

    public required string Origin { get; init; }

    public required string? Topic { get; init; }

    public required string Code { get; init; }

    public required long CreatedAt { get; init; }

    public required long ExpiresAt { get; init; }

    public int Pairings { get; set; }

    public SessionState State { get; set; }

    public long? WaitingSince { get; set; }

    public EndReason? EndReason { get; set; }

    public long? EndedAt { get; set; }

    public List<AgentRow> Agents { get; init; } = [];
}
