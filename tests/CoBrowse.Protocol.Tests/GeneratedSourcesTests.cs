using CoBrowse.Protocol.Generator;

namespace CoBrowse.Protocol.Tests;

public sealed class GeneratedSourcesTests
{
    private static readonly string Root = RepositoryRoot.Find(AppContext.BaseDirectory);

    public static TheoryData<string> Paths => [.. GeneratedSources.All(Root).Select(s => s.Path)];

    [Theory]
    [MemberData(nameof(Paths))]
    public void WIRE_9_a_committed_source_is_what_the_generator_writes(string path)
    {
        var (_, text) = GeneratedSources.All(Root).Single(s => s.Path == path);
        Assert.Equal(text, File.ReadAllText(Path.Combine(Root, path)));
    }

    [Fact]
    public void The_generator_stays_small()
    {
        var lines = Directory.GetFiles(Path.Combine(Root, "server/CoBrowse.Protocol.Generator"), "*.cs").Sum(f => File.ReadAllLines(f).Length);
        Assert.InRange(lines, 1, 200);
    }
}
