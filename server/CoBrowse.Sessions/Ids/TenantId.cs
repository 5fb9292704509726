namespace CoBrowse.Sessions;

/// <summary>Whose sessions they are: a short name from the configuration, such as <c>demo</c>.</summary>
public readonly record struct TenantId(string Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value;
}
