namespace CoBrowse.Server.Tenants;

/// <summary>How agents may guide customers.</summary>
internal sealed class GuidanceOptions
{
    /// <summary>Most labels of a tenant.</summary>
    public const int MostLabels = 24;

    /// <summary>Most characters of a label.</summary>
    public const int LongestLabel = 60;

    private static readonly string[] Usual =
        ["Click here", "Fill this in", "Choose one", "Please read this", "Check this again", "Not this one", "You are here", "One moment, please"];

    /// <summary>
    /// The texts that agents may put on a customer's page, and no others: words on a bank's page are the bank's. An
    /// empty list takes the tool away. Default: eight short English ones.
    /// </summary>
    public List<string>? Labels { get; set; }

    /// <summary>The labels that hold.</summary>
    public IReadOnlyList<string> Approved => Labels ?? (IReadOnlyList<string>)Usual;

    /// <summary>What is wrong with the labels.</summary>
    public IEnumerable<string> Mistakes()
    {
        if (Approved.Count > MostLabels)
            yield return $"Labels has {Approved.Count} texts; {MostLabels} are the most.";
        for (var at = 0; at < Approved.Count; at++)
        {
            if (string.IsNullOrWhiteSpace(Approved[at]) || Approved[at].Length > LongestLabel || Approved[at].Any(char.IsControl))
                yield return $"Labels:{at} must be a text of one line, of at most {LongestLabel} characters.";
        }
    }
}
