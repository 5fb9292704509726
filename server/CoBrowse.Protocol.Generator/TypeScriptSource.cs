using System.Text;
using System.Text.Json.Nodes;

namespace CoBrowse.Protocol.Generator;

internal static class TypeScriptSource
{
    public static string Write(JsonObject protocol)
    {
        var text = new StringBuilder("// Generated from protocol.json by CoBrowse.Protocol.Generator.\n\n");
        text.Append($"export const protocolVersion = {protocol["version"]};\n\nexport const limits = {{\n");
        foreach (var (name, node) in protocol["limits"]!.AsObject())
            text.Append($"  /** {node!["doc"]} */\n  {Camel(name)}: {node["value"]},\n");
        text.Append("} as const;\n");
        foreach (var (name, node) in protocol["enums"]!.AsObject())
        {
            var values = node!["values"]!.AsArray().Select(v => $"'{v}'");
            text.Append($"\n/** {node["doc"]} */\nexport type {name} = {string.Join(" | ", values)};\n");
        }

        foreach (var (name, node) in protocol["records"]!.AsObject())
        {
            text.Append($"\n/** {node!["doc"]} */\nexport interface {name} {{\n");
            foreach (var (field, type) in node["fields"]!.AsObject()) text.Append($"  {field}: {Type(type!.ToString())};\n");
            text.Append("}\n");
        }

        foreach (var (name, node) in protocol["hubs"]!.AsObject())
        {
            text.Append($"\nexport const {Camel(name)}HubPath = '{node!["path"]}';\n");
            Methods(text, $"{name}HubServer", $"What a client calls on the {name} hub.", node["server"]!.AsObject());
            Methods(text, $"{name}HubClient", $"What the node calls on a {name} connection.", node["client"]!.AsObject());
        }

        var frame = protocol["frame"]!;
        text.Append($"\nexport const frameHeaderBytes = {frame["headerBytes"]};\n");
        Codes(text, "frameKind", frame["kinds"]!);
        Codes(text, "frameMark", frame["flags"]!);
        Codes(text, "opcode", protocol["ops"]!);
        Codes(text, "propertyCode", protocol["properties"]!);
        return text.ToString();
    }

    private static void Methods(StringBuilder text, string name, string doc, JsonObject methods)
    {
        text.Append($"\n/** {doc} */\nexport interface {name} {{\n");
        foreach (var (wire, method) in methods)
        {
            var args = method!["args"]!.AsObject().Select(a => $"{a.Key}: {Type(a.Value!.ToString())}");
            var returns = method["returns"] is { } type ? Type(type.ToString()) : "void";
            text.Append($"  /** {method["doc"]} */\n  {wire}({string.Join(", ", args)}): {returns};\n");
        }

        text.Append("}\n");
    }

    private static void Codes(StringBuilder text, string name, JsonNode node)
    {
        text.Append($"\nexport const {name} = {{\n");
        foreach (var (key, value) in node.AsObject()) text.Append($"  {Camel(key)}: {value},\n");
        text.Append("} as const;\n");
    }

    private static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    private static string Type(string type) => type switch
    {
        _ when type.EndsWith('?') => Type(type[..^1]) + " | null",
        _ when type.EndsWith("[]", StringComparison.Ordinal) => $"readonly {Type(type[..^2])}[]",
        "bytes" => "Uint8Array",
        "int" or "long" => "number",
        "bool" => "boolean",
        _ => type,
    };
}
