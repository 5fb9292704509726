using System.Text.Json;
using System.Text.RegularExpressions;

namespace CoBrowse.Server.Masking;

/// <summary>Reads one rule of a policy document.</summary>
internal static partial class PolicyRuleReader
{
    private static readonly string[] KnownRights = ["value", "state", "propose", "control"];

    public static PolicyRule? Read(PolicyReader reader, JsonElement json, string at, HashSet<int?> classes)
    {
        if (!reader.Members(json, at, "select", "page", "effect", "attribute", "rights", "class"))
            return null;
        var select = reader.String(json, "select", $"{at}.select", required: true);
        if (select is not null && SelectorShape.MistakeIn(select) is { } mistake)
            reader.Mistake($"{at}.select {mistake}.");
        var page = reader.String(json, "page", $"{at}.page", required: false);
        if (page is not null && PageGlob.MistakeIn(page) is { } misplaced)
            reader.Mistake($"{at}.page {misplaced}.");
        var effect = reader.String(json, "effect", $"{at}.effect", required: true);
        if (effect is not (null or "show" or "mask" or "block" or "field"))
            reader.Mistake($"{at}.effect must be show, mask, block or field.");
        var attribute = Attribute(reader, json, at, effect);
        var rights = Rights(reader, json, at, effect);
        var viewers = Class(reader, json, at, effect, classes);
        if (viewers is not null && attribute is not null)
            reader.Mistake($"{at}.class is for all of an element, not for one attribute.");
        if (viewers is not null && rights?.Any(right => right != "value") == true)
            reader.Mistake($"{at}.class goes with the right value alone: what else is granted is granted to all.");
        return new PolicyRule
        {
            Select = select ?? string.Empty,
            Page = page,
            Effect = effect ?? string.Empty,
            Attribute = attribute,
            Rights = rights,
            Class = viewers,
        };
    }

    private static string? Attribute(PolicyReader reader, JsonElement json, string at, string? effect)
    {
        var attribute = reader.String(json, "attribute", $"{at}.attribute", required: false);
        if (attribute is null)
            return null;
        if (effect is not ("show" or "mask"))
            reader.Mistake($"{at}.attribute goes with the effects show and mask only.");
        if (attribute.Length > 80 || !AttributeName().IsMatch(attribute))
            reader.Mistake($"{at}.attribute must be the name of an attribute.");
        return attribute;
    }

    private static IReadOnlyList<string>? Rights(PolicyReader reader, JsonElement json, string at, string? effect)
    {
        var rights = reader.List(json, "rights", $"{at}.rights", (item, place) => reader.Checked(
            item, place, right => KnownRights.Contains(right) ? null : $"must be one of {string.Join(", ", KnownRights)}"));
        if (effect == "field" != rights.Count > 0)
            reader.Mistake(effect == "field" ? $"{at}.rights must name at least one right." : $"{at}.rights goes with the effect field only.");
        return rights.Count == 0 ? null : [.. rights.OfType<string>().Distinct()];
    }

    private static int? Class(PolicyReader reader, JsonElement json, string at, string? effect, HashSet<int?> classes)
    {
        if (!json.TryGetProperty("class", out var value) || value.ValueKind == JsonValueKind.Null)
            return null;
        var number = PolicyReader.ClassNumber(value);
        if (number is null)
            reader.Mistake($"{at}.class must be a number from 1 to 255.");
        else if (!classes.Contains(number))
            reader.Mistake($"{at}.class is {number}, which classes does not describe.");
        if (effect is not ("show" or "field"))
            reader.Mistake($"{at}.class goes with the effects show and field only.");
        return number;
    }

    [GeneratedRegex("^[A-Za-z_][A-Za-z0-9_:.-]*$")]
    private static partial Regex AttributeName();
}
