using System.Text.Json.Nodes;

namespace CoBrowse.Protocol.Generator;

/// <summary>Every generated file: its path from the repository root, and its text.</summary>
public static class GeneratedSources
{
    /// <summary>The files that follow from the repository's <c>protocol.json</c>.</summary>
    public static IEnumerable<(string Path, string Text)> All(string root)
    {
        var json = File.ReadAllText(Path.Combine(root, "server/CoBrowse.Protocol/protocol.json"));
        var protocol = JsonNode.Parse(json)!.AsObject();
        yield return ("server/CoBrowse.Protocol/Protocol.g.cs", CSharpSource.Write(protocol));
        yield return ("client-js/src/protocol/protocol.gen.ts", TypeScriptSource.Write(protocol));
    }
}
