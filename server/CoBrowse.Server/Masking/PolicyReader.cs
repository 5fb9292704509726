using System.Text.Json;

namespace CoBrowse.Server.Masking;

/// <summary>Reads a policy document and names every mistake in it by its place, such as <c>rules[2].effect</c>.</summary>
internal sealed class PolicyReader
{
    /// <summary>A join's answer holds the whole document.</summary>
    public const int LargestDocument = 48 * 1024;

    private const int LongestList = 500;
    private readonly List<string> mistakes = [];

    private PolicyReader()
    {
    }

    /// <summary>The document, or what is wrong with it.</summary>
    public static (PolicyDocument? Document, IReadOnlyList<string> Mistakes) Read(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Length > LargestDocument)
            return (null, [$"The document is longer than {LargestDocument} bytes."]);
        try
        {
            // A browser would take the last of two members of one name, and a reader of the text perhaps the first.
            using var json = JsonDocument.Parse(bytes, new JsonDocumentOptions { AllowDuplicateProperties = false, MaxDepth = 8 });
            var reader = new PolicyReader();
            var document = reader.Document(json.RootElement);
            return reader.mistakes.Count == 0 ? (document, []) : (null, reader.mistakes);
        }
        catch (JsonException error)
        {
            return (null, [$"The document is no JSON, or names a member twice (line {error.LineNumber + 1})."]);
        }
    }

    private PolicyDocument? Document(JsonElement json)
    {
        if (!Members(json, "The document", "version", "text", "allow", "mask", "block", "rules", "patterns", "classes"))
            return null;
        if (!json.TryGetProperty("version", out var version) || version.ValueKind != JsonValueKind.Number
            || !version.TryGetInt32(out var format) || format != PolicyDocument.Format)
        {
            mistakes.Add($"version must be {PolicyDocument.Format}.");
        }

        var text = String(json, "text", "text", required: true);
        if (text is not (null or "strict" or "standard"))
            mistakes.Add("text must be strict or standard.");
        var classes = List(json, "classes", "classes", Class);
        var known = classes.Select(shown => shown?.Class).ToHashSet();
        foreach (var twice in classes.Where(shown => shown is not null).GroupBy(shown => shown!.Class).Where(same => same.Count() > 1))
            mistakes.Add($"classes names the class {twice.Key} twice.");
        var rules = List(json, "rules", "rules", (item, at) => PolicyRuleReader.Read(this, item, at, known));
        var patterns = List(json, "patterns", "patterns", (item, at) => Checked(item, at, PatternShape.MistakeIn));
        return new PolicyDocument
        {
            Text = text ?? "strict",
            Allow = Selectors(json, "allow"),
            Mask = Selectors(json, "mask"),
            Block = Selectors(json, "block"),
            Rules = rules.Count == 0 ? null : [.. rules.OfType<PolicyRule>()],
            Patterns = patterns.Count == 0 ? null : [.. patterns.OfType<string>()],
            Classes = classes.Count == 0 ? null : [.. classes.OfType<PolicyClass>()],
        };
    }

    private PolicyClass? Class(JsonElement json, string at)
    {
        if (!Members(json, at, "class", "name", "roles"))
            return null;
        var number = json.TryGetProperty("class", out var value) ? ClassNumber(value) : null;
        if (number is null)
            mistakes.Add($"{at}.class must be a number from 1 to 255.");
        var name = String(json, "name", $"{at}.name", required: true);
        if (name is { Length: 0 or > 80 })
            mistakes.Add($"{at}.name must have 1 to 80 characters.");
        var roles = List(json, "roles", $"{at}.roles", (item, place) => Checked(
            item, place, role => role.Length is 0 or > 200 ? "must have 1 to 200 characters" : null));
        return new PolicyClass { Class = number ?? 0, Name = name ?? string.Empty, Roles = [.. roles.OfType<string>()] };
    }

    private IReadOnlyList<string> Selectors(JsonElement json, string name) =>
        [.. List(json, name, name, (item, at) => Checked(item, at, SelectorShape.MistakeIn)).OfType<string>()];

    internal void Mistake(string text) => mistakes.Add(text);

    /// <summary>Whether it is an object; members that are not known are mistakes, since a browser might ignore them.</summary>
    internal bool Members(JsonElement json, string at, params string[] known)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            mistakes.Add($"{at} must be an object.");
            return false;
        }

        foreach (var member in json.EnumerateObject().Where(member => !known.Contains(member.Name, StringComparer.Ordinal)))
            mistakes.Add($"{at} has the unknown member '{Shown(member.Name)}'; known are {string.Join(", ", known)}.");
        return true;
    }

    internal string? String(JsonElement json, string name, string at, bool required)
    {
        if (!json.TryGetProperty(name, out var value) || (value.ValueKind == JsonValueKind.Null && !required))
        {
            if (required)
                mistakes.Add($"{at} is missing.");
            return null;
        }

        return Checked(value, at, _ => null);
    }

    internal string? Checked(JsonElement json, string at, Func<string, string?> mistakeIn)
    {
        if (json.ValueKind != JsonValueKind.String)
        {
            mistakes.Add($"{at} must be a text.");
            return null;
        }

        var text = json.GetString()!;
        if (mistakeIn(text) is { } mistake)
            mistakes.Add($"{at} {mistake}.");
        return text;
    }

    internal IReadOnlyList<T> List<T>(JsonElement json, string name, string at, Func<JsonElement, string, T> read)
    {
        if (!json.TryGetProperty(name, out var list) || list.ValueKind == JsonValueKind.Null)
            return [];
        if (list.ValueKind != JsonValueKind.Array || list.GetArrayLength() > LongestList)
        {
            mistakes.Add($"{at} must be a list of at most {LongestList}.");
            return [];
        }

        return [.. list.EnumerateArray().Select((item, index) => read(item, $"{at}[{index}]"))];
    }

    internal static int? ClassNumber(JsonElement json) =>
        json.ValueKind == JsonValueKind.Number && json.TryGetInt32(out var number) && number is >= 1 and <= 255 ? number : null;

    private static string Shown(string name) => name.Length <= 40 ? name : name[..40] + "…";
}
