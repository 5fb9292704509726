using System.Buffers;
using System.Text.Json;
using CoBrowse.Protocol.Generator;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;

namespace CoBrowse.SignalR.Tests.Messages;

/// <summary>The vectors that the official client's tests hold too.</summary>
public sealed class GoldenMessagesTests
{
    private static readonly CoBrowseHubProtocol Protocol = new();

    private static readonly JsonElement Vectors = JsonDocument.Parse(File.ReadAllText(
        Path.Combine(RepositoryRoot.Find(AppContext.BaseDirectory), "tests/golden/hub-messages.json"))).RootElement;

    public static TheoryData<string> WrittenByClient => Names("writtenByClient");

    public static TheoryData<string> WrittenByNode => Names("writtenByNode");

    [Theory]
    [MemberData(nameof(WrittenByClient))]
    public void WIRE_8_the_node_reads_what_the_official_client_writes(string name)
    {
        var vector = Vector("writtenByClient", name);
        var bytes = new ReadOnlySequence<byte>(Convert.FromHexString(vector.GetProperty("hex").GetString()!));
        Assert.True(Protocol.TryParseMessage(ref bytes, AnyBinder.For(vector), out var read));
        Assert.True(bytes.IsEmpty);
        Assert.Equal(Describe(Message(vector)), Describe(read));
    }

    [Theory]
    [MemberData(nameof(WrittenByNode))]
    public void WIRE_8_the_node_writes_what_the_official_client_reads(string name)
    {
        var vector = Vector("writtenByNode", name);
        Assert.Equal(vector.GetProperty("hex").GetString(), Convert.ToHexStringLower(Protocol.GetMessageBytes(Message(vector)).Span));
    }

    private static HubMessage Message(JsonElement vector)
    {
        var id = Text(vector, "invocationId");
        var error = Text(vector, "error");
        var hasResult = vector.TryGetProperty("result", out var result);
        return vector.GetProperty("type").GetInt32() switch
        {
            1 => new InvocationMessage(id, Text(vector, "target")!, Arguments(vector), StreamIds(vector)),
            2 => new StreamItemMessage(id!, Natural(vector.GetProperty("item"))),
            3 => new CompletionMessage(id!, error, hasResult ? Natural(result) : null, hasResult),
            4 => new StreamInvocationMessage(id!, Text(vector, "target")!, Arguments(vector), StreamIds(vector)),
            5 => new CancelInvocationMessage(id!),
            6 => PingMessage.Instance,
            _ => new CloseMessage(error, vector.TryGetProperty("allowReconnect", out var allow) && allow.GetBoolean()),
        };
    }

    private static string Describe(HubMessage message) => message switch
    {
        HubMethodInvocationMessage call => $"{call.GetType().Name} {call.InvocationId} {call.Target} {JsonSerializer.Serialize(call.Arguments)} {string.Join(',', call.StreamIds ?? [])}",
        StreamItemMessage item => $"item {item.InvocationId} {JsonSerializer.Serialize(item.Item)}",
        CompletionMessage end => $"completion {end.InvocationId} {end.Error} {end.HasResult} {JsonSerializer.Serialize(end.Result)}",
        CancelInvocationMessage cancel => $"cancel {cancel.InvocationId}",
        CloseMessage close => $"close {close.Error} {close.AllowReconnect}",
        _ => message.GetType().Name,
    };

    private static object?[] Arguments(JsonElement vector) => [.. vector.GetProperty("arguments").EnumerateArray().Select(Natural)];

    private static string[]? StreamIds(JsonElement vector) =>
        vector.TryGetProperty("streamIds", out var ids) ? [.. ids.EnumerateArray().Select(i => i.GetString()!)] : null;

    private static string? Text(JsonElement vector, string name) => vector.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static object? Natural(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.True or JsonValueKind.False => value.GetBoolean(),
        JsonValueKind.Number => value.TryGetInt64(out var whole) ? (object)whole : value.GetDouble(),
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Array => value.EnumerateArray().Select(Natural).ToArray(),
        _ when value.TryGetProperty("$hex", out var hex) => Convert.FromHexString(hex.GetString()!),
        _ => value.EnumerateObject().ToDictionary(p => p.Name, p => Natural(p.Value)),
    };

    private static JsonElement Vector(string list, string name) =>
        Vectors.GetProperty(list).EnumerateArray().Single(v => v.GetProperty("name").GetString() == name);

    private static TheoryData<string> Names(string list) => [.. Vectors.GetProperty(list).EnumerateArray().Select(v => v.GetProperty("name").GetString()!)];

    private sealed class AnyBinder(int arguments) : IInvocationBinder
    {
        public static AnyBinder For(JsonElement vector) =>
            new(vector.TryGetProperty("arguments", out var arguments) ? arguments.GetArrayLength() : 0);

        public Type GetReturnType(string invocationId) => typeof(object);

        public IReadOnlyList<Type> GetParameterTypes(string methodName) => [.. Enumerable.Repeat(typeof(object), arguments)];

        public Type GetStreamItemType(string streamId) => typeof(object);
    }
}
