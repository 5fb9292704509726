using System.Buffers;
using System.Net.WebSockets;
using CoBrowse.SignalR.Tests.Host;
using CoBrowse.SignalR.Tests.Messages;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.AspNetCore.SignalR.Protocol;

namespace CoBrowse.SignalR.Tests;

/// <summary>Hostile bytes through the real pipeline: the connection closes, the server lives, nothing escapes.</summary>
public sealed class HostileConnectionTests : IAsyncLifetime
{
    private static readonly CoBrowseHubProtocol Protocol = new();
    private RelayHost _host = null!;

    public async Task InitializeAsync() => _host = await RelayHost.StartAsync();

    public async Task DisposeAsync() => await _host.DisposeAsync();

    public static TheoryData<string, string> Attacks => new()
    {
        { "a prefix beyond 2 GB", "ffffffff0f" },
        { "an empty message", "00" },
        { "no array", "01c0" },
        { "an array that lies about its count", "05ddffffffff" },
        { "a reserved byte", "0291c1" },
        { "a method name that is no text", "08950180c0c391c391" },
        { "an unknown kind of completion", "0795" + "0380a1780bc0" },
        { "nested 64 deep", "45950180c0a3416464" + string.Concat(Enumerable.Repeat("91", 61)) },
        { "an oversized frame, announced only", "8cfeffff07950180c0a16691c67fffff00" },
        { "a frame from a stranger", "1a950180c0a16691c411" + "1200000001000000000000000000000000aa"[..34] },
    };

    [Theory]
    [MemberData(nameof(Attacks))]
    public async Task WIRE_4_a_connection_with_hostile_bytes_is_closed_cleanly(string attack, string hex)
    {
        using var socket = await ConnectAsync();
        await SendAsync(socket, Convert.FromHexString(hex));
        Assert.Equal(attack, await EndsWithCloseAsync(socket) ? attack : "it stayed open");
        await AssertAliveAsync();
    }

    [Fact]
    public void WIRE_4_random_bytes_never_let_an_exception_escape() =>
        Prop.ForAll(Gen.Choose(0, 255).Select(i => (byte)i).ArrayOf(60).ToArbitrary(), bytes => AttackAsync(bytes).GetAwaiter().GetResult())
            .Check(Config.QuickThrowOnFailure.WithMaxTest(60));

    private async Task<bool> AttackAsync(byte[] bytes)
    {
        using var socket = await ConnectAsync();
        await SendAsync(socket, bytes);
        await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
        await EndsWithCloseAsync(socket);
        await AssertAliveAsync();
        return true;
    }

    private async Task AssertAliveAsync()
    {
        using var socket = await ConnectAsync();
        await SendAsync(socket, Protocol.GetMessageBytes(new InvocationMessage("1", "Echo", ["alive"])).ToArray());
        while (true)
        {
            var bytes = new ReadOnlySequence<byte>(await ReceiveAsync(socket));
            while (Protocol.TryParseMessage(ref bytes, TestBinder.Instance, out var message))
            {
                if (message is not CompletionMessage answer) continue;
                Assert.Equal("alive", answer.Result);
                Assert.Empty(_host.Events.Escaped);
                return;
            }
        }
    }

    private static async Task<bool> EndsWithCloseAsync(ClientWebSocket socket)
    {
        while (socket.State is WebSocketState.Open or WebSocketState.CloseSent) await ReceiveAsync(socket);
        return socket.CloseStatus == WebSocketCloseStatus.NormalClosure;
    }

    private async Task<ClientWebSocket> ConnectAsync()
    {
        var socket = new ClientWebSocket();
        await socket.ConnectAsync(new Uri(_host.Address.Replace("http", "ws", StringComparison.Ordinal) + "/hub"), CancellationToken.None);
        await SendAsync(socket, [.. "{\"protocol\":\"messagepack\",\"version\":2}"u8, 0x1e]);
        Assert.Equal([.. "{}"u8, 0x1e], await ReceiveAsync(socket));
        return socket;
    }

    private static Task SendAsync(ClientWebSocket socket, byte[] bytes) =>
        socket.SendAsync(bytes, WebSocketMessageType.Binary, endOfMessage: true, CancellationToken.None);

    private static async Task<byte[]> ReceiveAsync(ClientWebSocket socket)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        var buffer = new byte[64 * 1024];
        var result = await socket.ReceiveAsync(buffer, limit.Token);
        return buffer[..result.Count];
    }
}
