using System.Text.Json;
using System.Text.RegularExpressions;
using CoBrowse.Tests;

namespace CoBrowse.Server.Tests.Hosting;

/// <summary>Runs the official npm client's cases once, in one Node process, against the real server.</summary>
public sealed class OfficialClientRun : IAsyncLifetime
{
    private static readonly string Folder = Repository.Path("tests", "CoBrowse.Server.Tests", "contract");

    private readonly Dictionary<string, string?> outcomes = [];
    private string complaints = string.Empty;

    /// <summary>The names of all cases, as their sources say.</summary>
    public static IEnumerable<string> Cases => Directory
        .GetFiles(Folder, "cases-*.mjs")
        .Order(StringComparer.Ordinal)
        .SelectMany(file => Regex.Matches(File.ReadAllText(file), """^contractCase\(\s*(['"])(.+?)\1,""", RegexOptions.Multiline))
        .Select(match => match.Groups[2].Value);

    /// <summary>The names of the cases that ran.</summary>
    public IEnumerable<string> Ran => outcomes.Keys;

    public async Task InitializeAsync()
    {
        await using var node = new TestNode();
        var run = await Tool.RunAsync(
            "node",
            ["suite.mjs", node.Address.GetLeftPart(UriPartial.Authority), Node.Portal, await node.SignInAsync("alex")],
            Folder);
        complaints = run.Errors;
        foreach (var line in run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var outcome = JsonSerializer.Deserialize<Outcome>(line, JsonSerializerOptions.Web)!;
            outcomes[outcome.Name] = outcome.Error;
        }
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void AssertPassed(string name)
    {
        Assert.True(outcomes.TryGetValue(name, out var error), $"The case did not run. {complaints}");
        Assert.True(error is null, error);
    }

    private sealed record Outcome(string Name, string? Error);
}
