namespace CoBrowse.Sessions;

/// <summary>What was done to an audit.</summary>
public enum AuditFaultKind
{
    /// <summary>A field of this entry is another than when it was written, or it stands in another place.</summary>
    Changed,

    /// <summary>Entries from this one on are missing.</summary>
    Removed,

    /// <summary>This entry is whole in itself, but does not follow the one before it: one of the two was put there.</summary>
    DoesNotFollow,

    /// <summary>The session's state and its audit do not say the same.</summary>
    Contradicts,
}
