using System.Diagnostics;
using CoBrowse.Benchmarks.Load;
using CoBrowse.Protocol;

namespace CoBrowse.Benchmarks.Relay;

internal sealed record LateJoin(double Milliseconds, Latencies Others);

internal sealed record Stall(Latencies Others, long Grown);

internal sealed record Idle(double Heap, double Resident);

/// <summary>What is asked of a server beside its capacity.</summary>
internal static class Loads
{
    /// <summary>An update of that many bytes, header included.</summary>
    public static byte[] Frame(int bytes) => Of(FrameKind.Update, FrameMarks.None, bytes);

    /// <summary>A keyframe in one frame.</summary>
    public static byte[] Keyframe(int bytes) => Of(FrameKind.Snapshot, FrameMarks.Keyframe | FrameMarks.Last, bytes);

    /// <summary>Twenty sessions, each ten frames of 64 KB a second for three seconds.</summary>
    public static Latencies Bursts(Peer peer)
    {
        var latencies = new Latencies();
        var sessions = Enumerable.Range(0, 20).Select(i => new Session(peer, $"b{i}", latencies)).ToList();
        foreach (var session in sessions) session.Send(Keyframe(20), Stamp.Now);
        foreach (var session in sessions) session.Begin();
        var frame = Frame(64 * 1024);
        var began = Stopwatch.GetTimestamp();
        for (var i = 0; i < 600; i++)
        {
            while (Stopwatch.GetElapsedTime(began).TotalMilliseconds < i * 5) Thread.Sleep(1);
            sessions[i % 20].Send(frame, Stamp.Now);
        }

        WaitFor(() => latencies.Count >= 600, TimeSpan.FromSeconds(5));
        foreach (var session in sessions) session.Dispose();
        return latencies;
    }

    /// <summary>Five agents join a session whose keyframe is 5 MB, while fifty other sessions go on at 60 Hz.</summary>
    public static async Task<LateJoin> LateJoinersAsync(Peer peer)
    {
        var latencies = new Latencies();
        var others = Enumerable.Range(0, 50).Select(i => new Session(peer, $"o{i}", latencies)).ToList();
        using var customer = peer.Connect("customer", "late");
        for (var i = 0; i < 80; i++)
        {
            var (payload, text) = peer.Wrap(Of(FrameKind.Snapshot, (i == 0 ? FrameMarks.Keyframe : 0) | (i == 79 ? FrameMarks.Last : 0), 64 * 1024));
            customer.Send(payload, text);
        }

        foreach (var session in others) session.Send(Keyframe(20), Stamp.Now);
        using var first = new Joiner(peer);
        await Task.Run(() => WaitFor(() => first.Bytes >= 80 * 64 * 1024, TimeSpan.FromSeconds(20)));
        foreach (var session in others) session.Begin();
        var load = Task.Factory.StartNew(() => SixtyHertz.Run(others, Frame(20), TimeSpan.FromSeconds(2)), TaskCreationOptions.LongRunning);
        await Task.Delay(200);
        var began = Stopwatch.GetTimestamp();
        var joiners = Enumerable.Range(0, 5).Select(_ => new Joiner(peer)).ToList();
        var whole = await Task.Run(() => WaitFor(() => joiners.TrueForAll(j => j.Bytes >= 80 * 64 * 1024), TimeSpan.FromSeconds(20)));
        var took = whole ? Stopwatch.GetElapsedTime(began).TotalMilliseconds : double.NaN;
        await load;
        foreach (var joiner in joiners) joiner.Dispose();
        foreach (var session in others) session.Dispose();
        return new LateJoin(took, latencies);
    }

    /// <summary>A session of two agents, one of which never reads; 60 frames of 16 KB a second for five seconds.</summary>
    public static async Task<Stall> StalledAsync(Peer peer)
    {
        var latencies = new Latencies();
        using var session = new Session(peer, "stall", latencies);
        session.Send(Keyframe(20), Stamp.Now);
        using var stalled = peer.Connect("agent", "stall", receiveBuffer: 8 * 1024);
        stalled.NeverRead();
        var before = await peer.MemoryAsync();
        session.Begin();
        SixtyHertz.Run([session], Frame(16 * 1024), TimeSpan.FromSeconds(5));
        var after = await peer.MemoryAsync();
        // What never arrived counts as later than all.
        for (var missing = session.Sent - session.Got; missing > 0; missing--) latencies.Add(double.MaxValue / 1e6);
        return new Stall(latencies, after.Heap - before.Heap);
    }

    /// <summary>A thousand connections that have said hello and no more.</summary>
    public static async Task<Idle> IdleAsync(Peer peer)
    {
        for (var i = 0; i < 50; i++) peer.Connect("agent", "").Dispose();
        var before = await peer.MemoryAsync();
        var idle = Enumerable.Range(0, 1000).Select(_ => peer.Connect("agent", "")).ToList();
        var after = await peer.MemoryAsync();
        foreach (var connection in idle) connection.Dispose();
        return new Idle((after.Heap - before.Heap) / 1000.0, (after.Resident - before.Resident) / 1000.0);
    }

    private static byte[] Of(FrameKind kind, FrameMarks marks, int bytes)
    {
        var frame = new byte[bytes];
        new FrameHeader(kind, marks, 0, 0, 1, 0, 0).Write(frame);
        return frame;
    }

    private static bool WaitFor(Func<bool> condition, TimeSpan limit)
    {
        var began = Stopwatch.GetTimestamp();
        while (!condition())
        {
            if (Stopwatch.GetElapsedTime(began) > limit) return false;
            Thread.Sleep(1);
        }

        return true;
    }

    private sealed class Joiner : IDisposable
    {
        private readonly WireSocket _socket;
        private long _bytes;

        public Joiner(Peer peer)
        {
            _socket = peer.Connect("agent", "late");
            _socket.Start(message => Interlocked.Add(ref _bytes, peer.Name == "socket.io" ? message.Length * 3L / 4 : message.Length));
        }

        public long Bytes => Interlocked.Read(ref _bytes);

        public void Dispose() => _socket.Dispose();
    }
}
