using Xunit;

namespace CoBrowse.Tests.TypeScript;

public sealed class SourceTests
{
    [Theory]
    [InlineData("client-js")]
    [InlineData("agent-console")]
    public Task The_compiler_finds_nothing(string package) =>
        AssertCleanAsync(["node_modules/typescript/bin/tsc", "-p", package], "Run `npx tsc -p` on the package.");

    [Fact]
    public Task Biome_finds_nothing() =>
        AssertCleanAsync(["node_modules/@biomejs/biome/bin/biome", "ci", "--colors=off", "."], "Run `npm run format`.");

    private static async Task AssertCleanAsync(string[] command, string remedy)
    {
        var run = await Tool.RunAsync("node", command, Repository.Root);
        Assert.True(run.ExitCode == 0, $"{remedy}\n{run.Output}\n{run.Errors}");
    }
}
