using System.Xml.Linq;
using CoBrowse.Tests;

namespace CoBrowse.Architecture.Tests;

/// <summary>
/// <c>dotnet format</c> has nothing to change. Its style and analyzer rules are errors of the build already, so here
/// only the layout is left to check, which needs no restored solution and takes seconds.
/// </summary>
public sealed class FormatTests
{
    [Fact]
    public async Task Every_source_has_the_layout_of_the_house()
    {
        var run = await Tool.RunAsync(
            "dotnet",
            ["format", "whitespace", ".", "--folder", "--verify-no-changes", "--include", "server/", "tests/"],
            Repository.Root);
        Assert.True(run.ExitCode == 0, $"Run 'dotnet format' in the repository's root. It would change:\n{run.Output}{run.Errors}");
    }

    [Theory]
    [InlineData("EnforceCodeStyleInBuild")]
    [InlineData("TreatWarningsAsErrors")]
    public void Style_and_analyzers_are_part_of_every_build(string property) => Assert.Equal(
        "true", XDocument.Load(Repository.Path("Directory.Build.props")).Descendants(property).Single().Value);
}
