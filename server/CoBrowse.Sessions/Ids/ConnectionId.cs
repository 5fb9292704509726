namespace CoBrowse.Sessions;

/// <summary>One link to a browser. Never stored: a new connection has a new id.</summary>
public readonly record struct ConnectionId(string Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value;
}
