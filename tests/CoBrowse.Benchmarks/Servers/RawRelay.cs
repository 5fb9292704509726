using System.Collections.Concurrent;
using System.Net.WebSockets;
using Microsoft.AspNetCore.Http;

namespace CoBrowse.Benchmarks.Servers;

/// <summary>The least that Kestrel can do: read a WebSocket message, write it to the session's agents.</summary>
internal sealed class RawRelay(Replays replays)
{
    private readonly ConcurrentDictionary<string, Agent[]> _agents = new();

    public async Task ServeAsync(HttpContext context)
    {
        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        var session = context.Request.Query["session"].ToString();
        var buffer = new byte[session.Length == 0 ? 1 : 128 * 1024];
        if (context.Request.Query["role"] == "agent" && session.Length > 0)
        {
            var agent = new Agent(socket);
            foreach (var frame in replays.Of(session)) await agent.SendAsync(frame);
            _agents.AddOrUpdate(session, [agent], (_, all) => [.. all, agent]);
        }

        try
        {
            while (true)
            {
                var length = 0;
                ValueWebSocketReceiveResult result;
                do
                {
                    result = await socket.ReceiveAsync(buffer.AsMemory(length), CancellationToken.None);
                    length += result.Count;
                }
                while (!result.EndOfMessage);
                if (result.MessageType == WebSocketMessageType.Close) return;
                replays.Note(session, buffer.AsSpan(0, length));
                foreach (var agent in _agents.GetValueOrDefault(session) ?? []) await agent.SendAsync(buffer.AsMemory(0, length));
            }
        }
        catch (WebSocketException)
        {
            // The load is over.
        }
    }

    private sealed class Agent(WebSocket socket)
    {
        public ValueTask SendAsync(ReadOnlyMemory<byte> frame) =>
            socket.State == WebSocketState.Open ? socket.SendAsync(frame, WebSocketMessageType.Binary, endOfMessage: true, CancellationToken.None) : default;
    }
}
