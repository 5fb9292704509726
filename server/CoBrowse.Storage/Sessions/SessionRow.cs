using CoBrowse.Protocol;

namespace CoBrowse.Storage.Sessions;

/// <summary>A session, without presence. Its topic, its code and who took part are sealed by the session's key.</summary>
internal sealed class SessionRow
{
    public required Guid Id { get; init; }

    public required string Tenant { get; init; }

    public required string Origin { get; init; }

    public required string? Topic { get; set; }

    public required string Code { get; set; }

    /// <summary>What else is its own: <see cref="SessionParticulars"/>, sealed as a whole.</summary>
    public string? Particulars { get; set; }

    public required long CreatedAt { get; init; }

    public required long ExpiresAt { get; init; }

    public int Pairings { get; set; }

    public SessionState State { get; set; }

    public long? WaitingSince { get; set; }

    public EndReason? EndReason { get; set; }

    public long? EndedAt { get; set; }

    /// <summary>When what it was kept for ended: <see cref="Keys.Purpose.Assets"/>.</summary>
    public long? AssetsErasedAt { get; set; }

    /// <summary>The same of <see cref="Keys.Purpose.Session"/>.</summary>
    public long? SessionErasedAt { get; set; }

    /// <summary>The same of <see cref="Keys.Purpose.Audit"/>.</summary>
    public long? AuditErasedAt { get; set; }

    public List<AgentRow> Agents { get; init; } = [];
}
