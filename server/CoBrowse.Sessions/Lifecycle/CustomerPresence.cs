namespace CoBrowse.Sessions;

/// <summary>Whether the customer's browser is connected, and by which tab. Never stored.</summary>
public abstract record CustomerPresence
{
    private CustomerPresence()
    {
    }

    /// <summary>Away; a grace runs from <paramref name="Since"/>.</summary>
    public sealed record Absent(DateTimeOffset Since) : CustomerPresence;

    /// <summary>
    /// Connected. The newest tab that joins takes the place. <paramref name="Policy"/> is the version of the masking
    /// policy that was the tenant's when it joined.
    /// </summary>
    public sealed record Present(ConnectionId Connection, string TabId, int Policy) : CustomerPresence;
}
