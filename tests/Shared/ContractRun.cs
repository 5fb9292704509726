using System.Text.Json;
using System.Text.RegularExpressions;

namespace CoBrowse.Tests;

/// <summary>What one Node process said of the cases of a contract folder, in which the official npm client is driven.</summary>
internal sealed class ContractRun
{
    private readonly Dictionary<string, string?> outcomes = [];
    private readonly string complaints;

    private ContractRun(Tool run)
    {
        complaints = run.Errors;
        foreach (var line in run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var outcome = JsonSerializer.Deserialize<Outcome>(line, JsonSerializerOptions.Web)!;
            outcomes[outcome.Name] = outcome.Error;
        }
    }

    /// <summary>The names of the cases that ran.</summary>
    public IEnumerable<string> Ran => outcomes.Keys;

    /// <summary>The names of all cases of a test project, as their sources say.</summary>
    public static IEnumerable<string> CasesOf(string project) => Directory
        .GetFiles(Folder(project), "cases-*.mjs")
        .Order(StringComparer.Ordinal)
        .SelectMany(file => Regex.Matches(File.ReadAllText(file), """^contractCase\(\s*(['"])(.+?)\1,""", RegexOptions.Multiline))
        .Select(match => match.Groups[2].Value);

    /// <summary>Runs the suite of a test project, with <paramref name="scene"/> as its arguments.</summary>
    public static async Task<ContractRun> OfAsync(string project, params string[] scene) =>
        new(await Tool.RunAsync("node", ["suite.mjs", .. scene], Folder(project)));

    /// <summary>Throws, with the case's own words, unless the case ran and passed.</summary>
    public void AssertPassed(string name)
    {
        if (!outcomes.TryGetValue(name, out var error)) throw new InvalidOperationException($"The case did not run. {complaints}");
        if (error is not null) throw new InvalidOperationException(error);
    }

    private static string Folder(string project) => Repository.Path("tests", project, "contract");

    private sealed record Outcome(string Name, string? Error);
}
