using System.Text.RegularExpressions;
using CoBrowse.Tests;

namespace CoBrowse.Architecture.Tests;

/// <summary>What TypeScript rooms may import, read from their sources.</summary>
public sealed partial class TypeScriptImportTests
{
    // What captures must not reach what connects, or unmasked content could leave by a way around the gate.
    private static readonly string[] Connecting = ["connection", "session", "loader", "consent", "guide", "replica"];

    [Theory]
    [InlineData("capture")]
    [InlineData("masking")]
    public void What_captures_never_imports_what_connects(string room)
    {
        var imports = ImportsBelow("client-js/src/" + room).ToList();
        Assert.NotEmpty(imports);
        Assert.All(imports, import =>
        {
            Assert.DoesNotContain(Connecting, other => import.Target.Contains($"/{other}/", StringComparison.Ordinal));
            Assert.DoesNotContain("@microsoft/signalr", import.Target, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void The_wire_imports_no_other_room() =>
        Assert.All(ImportsBelow("client-js/src/protocol"), import => Assert.StartsWith("./", import.Target, StringComparison.Ordinal));

    [Fact]
    public void The_replica_reaches_neither_capture_nor_connection() =>
        Assert.All(ImportsBelow("client-js/src/replica"), import => Assert.DoesNotContain(
            (string[])["capture", "masking", "connection", "session", "loader", "consent", "guide"],
            other => import.Target.Contains($"../{other}/", StringComparison.Ordinal)));

    [Fact]
    public void The_console_imports_the_client_only_by_protocol_replica_guide_and_chat_and_captures_only_what_it_previews()
    {
        var imports = ImportsBelow("agent-console/src").ToList();
        Assert.Contains(imports, import => import.Target == "@cobrowse/client/protocol");
        Assert.All(imports.Where(import => import.Target.StartsWith("@cobrowse/client", StringComparison.Ordinal)), import =>
            Assert.True(
                import.Target is "@cobrowse/client/protocol" or "@cobrowse/client/replica" or "@cobrowse/client/guide" or "@cobrowse/client/chat"
                    || (import.Target == "@cobrowse/client/capture" && import.File.Replace('\\', '/').StartsWith("agent-console/src/policy/", StringComparison.Ordinal)),
                $"{import.File} imports {import.Target}."));
        Assert.All(imports, import => Assert.DoesNotContain("client-js", import.Target, StringComparison.Ordinal));
    }

    private static IEnumerable<(string File, string Target)> ImportsBelow(string folder) =>
        from file in Directory.EnumerateFiles(Repository.Path(folder), "*.ts*", SearchOption.AllDirectories)
        from Match match in Import().Matches(File.ReadAllText(file))
        select (Path.GetRelativePath(Repository.Root, file), match.Groups["target"].Value);

    [GeneratedRegex("""(?:from\s+|import\s+|import\()\s*['"](?<target>[^'"]+)['"]""")]
    private static partial Regex Import();
}
