using CoBrowse.Server.Tests.Hosting;

namespace CoBrowse.Server.Tests.Web;

public sealed class StartMessageTests
{
    [Fact]
    public async Task A_newcomer_is_told_what_to_open_and_as_whom_as_the_last_thing()
    {
        await using var node = await BuiltNode.StartAsync();
        var said = await node.SaidAsync("Press Ctrl+C to stop.");
        Assert.All(
            [node.Bank.GetLeftPart(UriPartial.Authority), $"{node.Address}console/", "Alex Morgan", "Sam Rivera", "Kim Sander"],
            part => Assert.Contains(part, said, StringComparison.Ordinal));
        Assert.EndsWith("Press Ctrl+C to stop.", said.TrimEnd(), StringComparison.Ordinal);
        Assert.DoesNotContain("info:", said, StringComparison.Ordinal);
    }
}
