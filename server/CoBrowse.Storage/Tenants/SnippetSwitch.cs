namespace CoBrowse.Storage.Tenants;

/// <summary>
/// Where a tenant's snippet is stopped: <paramref name="Off"/> everywhere; on the pages whose path one of the globs
/// matches; and for <paramref name="Percent"/> of all browsers.
/// </summary>
public sealed record SnippetSwitch(bool Off, IReadOnlyList<string> Pages, int Percent)
{
    /// <summary>It runs everywhere.</summary>
    public static SnippetSwitch Running { get; } = new(false, [], 0);

    /// <summary>Whether it runs everywhere and for everybody.</summary>
    public bool RunsEverywhere => !Off && Pages.Count == 0 && Percent == 0;

    /// <summary>Stopped wherever this or the other one stops it.</summary>
    public SnippetSwitch And(SnippetSwitch other) =>
        new(Off || other.Off, [.. Pages.Union(other.Pages, StringComparer.Ordinal)], Math.Max(Percent, other.Percent));
}
