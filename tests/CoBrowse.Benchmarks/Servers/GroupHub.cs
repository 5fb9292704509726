using System.Collections.Concurrent;
using CoBrowse.Protocol;
using Microsoft.AspNetCore.SignalR;

namespace CoBrowse.Benchmarks.Servers;

/// <summary>How one would write it with SignalR alone: a hub method that sends to a group.</summary>
internal sealed class GroupHub(Replays replays) : Hub
{
    public override async Task OnConnectedAsync()
    {
        var query = Context.GetHttpContext()!.Request.Query;
        if (query["session"].ToString() is not { Length: > 0 } session) return;
        Context.Items["session"] = session;
        if (query["role"] == "customer") return;
        foreach (var frame in replays.Of(session)) await Clients.Caller.SendAsync("f", frame);
        await Groups.AddToGroupAsync(Context.ConnectionId, session);
    }

    [HubMethodName("f")]
    public Task Frame(byte[] frame)
    {
        var session = (string)Context.Items["session"]!;
        replays.Note(session, frame);
        return Clients.Group(session).SendAsync("f", frame);
    }
}

/// <summary>Keyframes for late joiners, for the servers that have no cache of their own.</summary>
internal sealed class Replays
{
    private readonly ConcurrentDictionary<string, ConcurrentQueue<byte[]>> _kept = new();

    public IEnumerable<byte[]> Of(string session) => _kept.TryGetValue(session, out var frames) ? frames : [];

    public void Note(string session, ReadOnlySpan<byte> frame)
    {
        if (frame.Length > 1 && (frame[0] & 15) == (int)FrameKind.Snapshot) _kept.GetOrAdd(session, _ => new()).Enqueue(frame.ToArray());
    }
}
