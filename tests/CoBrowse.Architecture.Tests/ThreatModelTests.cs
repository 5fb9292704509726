using System.Globalization;
using System.Text.RegularExpressions;
using CoBrowse.Tests;

namespace CoBrowse.Architecture.Tests;

/// <summary>Each defence of the threat model names tests, and they are there.</summary>
public sealed partial class ThreatModelTests
{
    private static readonly string[] Folders = ["tests", "client-js/test", "agent-console/test"];

    private static readonly Lazy<string> Tests = new(() => string.Join('\n', Folders
        .SelectMany(folder => Directory.EnumerateFiles(Repository.Path(folder), "*.*", SearchOption.AllDirectories))
        .Where(file => TestFile().IsMatch(file) && !file.Contains("/obj/", StringComparison.Ordinal))
        .Select(File.ReadAllText)));

    private static readonly string[] Rows =
        [.. File.ReadLines(Repository.Path("server/docs/threat-model.md")).Where(line => Row().IsMatch(line))];

    public static TheoryData<string> Cases() => [.. Rows];

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_tests_of_an_abuse_case_exist(string row)
    {
        var names = Name().Matches(row.Split('|')[4]).Select(match => match.Groups[1].Value).ToList();
        Assert.NotEmpty(names);
        Assert.All(names, name => Assert.True(Exists(name), $"There is no test '{name}'."));
    }

    [Fact]
    public void The_cases_are_numbered_without_gaps() => Assert.Equal(
        Enumerable.Range(1, Rows.Length), Rows.Select(row => int.Parse(row.Split('|')[1], CultureInfo.InvariantCulture)));

    // A method's name, or what stands behind a quote in a TypeScript test.
    private static bool Exists(string name) =>
        Regex.IsMatch(Tests.Value, name.Contains(' ', StringComparison.Ordinal) ? $"['`\"]{Regex.Escape(name)}" : $@"\b{Regex.Escape(name)}\(");

    [GeneratedRegex(@"^\| \d+ \|")]
    private static partial Regex Row();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Name();

    [GeneratedRegex(@"\.cs$|\.test\.tsx?$")]
    private static partial Regex TestFile();
}
