namespace CoBrowse.Storage.Tenants;

/// <summary>Where an administrator has stopped the snippet.</summary>
internal sealed class SnippetSwitchRow
{
    public required string Tenant { get; init; }

    public bool Off { get; set; }

    /// <summary>Globs over paths, a JSON array.</summary>
    public required string Pages { get; set; }

    public int Percent { get; set; }
}
