using System.Text.Json;

namespace CoBrowse.Server.Masking;

/// <summary>
/// Says where a policy may show more than another one. Whatever is not clearly a further restriction counts: of two
/// selectors nobody can tell which finds more.
/// </summary>
internal static class PolicyComparison
{
    /// <summary>The places in <paramref name="after"/> that may show more; none: a second person is not needed.</summary>
    public static IReadOnlyList<string> ShowsMore(PolicyDocument before, PolicyDocument after)
    {
        var places = new List<string>();
        if (before.Text == "strict" && after.Text != "strict")
            places.Add("text: standard shows what no rule speaks of");
        Each("allow", "added", Added(before.Allow, after.Allow));
        Each("mask", "removed", Added(after.Mask, before.Mask));
        Each("block", "removed", Added(after.Block, before.Block));
        Each("patterns", "removed", Added(after.Patterns, before.Patterns));
        Each("rules", "added", Added(Texts(before.Rules), Texts(Showing(after.Rules))));
        Each("rules", "removed", Added(Texts(after.Rules), Texts(Hiding(before.Rules, after.Rules))));
        // Who may see a class, and which one it is: any change may reach somebody new.
        if (!Texts(before.Classes).ToHashSet().SetEquals(Texts(after.Classes)))
            places.Add("classes: changed");
        return places;

        void Each(string member, string what, IEnumerable<string> changed) =>
            places.AddRange(changed.Select(text => $"{member}: {what} {text}"));
    }

    private static IEnumerable<string> Added(IEnumerable<string>? before, IEnumerable<string>? after) =>
        (after ?? []).Except(before ?? [], StringComparer.Ordinal);

    private static IEnumerable<PolicyRule> Showing(IEnumerable<PolicyRule>? rules) =>
        (rules ?? []).Where(rule => rule.Effect is "show" or "field");

    private static IEnumerable<PolicyRule> Hiding(IReadOnlyList<PolicyRule>? before, IReadOnlyList<PolicyRule>? after) =>
        (before ?? []).Where(rule => rule.Effect is "mask" or "block"
            // What is shown to a class is masked for everybody else.
            || rule.Class is not null
            // Where several rules speak of one field the strictest wins: without this one another may give more.
            || (rule.Effect == "field" && after?.Any(other => other.Effect == "field") == true));

    private static IEnumerable<string> Texts<T>(IEnumerable<T>? parts) => (parts ?? []).Select(part => JsonSerializer.Serialize(part, PolicyDocument.Json));
}
