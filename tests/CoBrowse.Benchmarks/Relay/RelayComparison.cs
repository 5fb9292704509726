using System.Diagnostics;
using System.Globalization;
using CoBrowse.Benchmarks.Load;

namespace CoBrowse.Benchmarks.Relay;

/// <summary>The same load on every server, one after the other; servers on the first core, the load on the second.</summary>
internal static class RelayComparison
{
    private static readonly string[] Peers = ["raw WebSocket", "splice", "splice, inline sockets", "hub, group", "socket.io"];

    public static async Task RunAsync(bool cpuOnly)
    {
        if (!OperatingSystem.IsLinux() || Environment.ProcessorCount < 2)
        {
            Console.Error.WriteLine("The comparison pins processes to cores with taskset: it runs on Linux with two cores or more.");
            return;
        }

        Process.GetCurrentProcess().ProcessorAffinity = 2;
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        if (cpuOnly)
        {
            foreach (var name in Peers) await Row(name, "CPU a message", p => Task.FromResult(MicrosecondsEach(p)));
            return;
        }

        var rows = new List<Measured>();
        foreach (var name in Peers)
        {
            rows.Add(new Measured(
                name,
                await Row(name, "CPU a message", p => Task.FromResult(MicrosecondsEach(p))),
                await Row(name, "60 Hz", p => Task.FromResult(Capacity(p))),
                await Row(name, "bursts", p => Task.FromResult(Loads.Bursts(p))),
                await Row(name, "late joiners", Loads.LateJoinersAsync),
                await Row(name, "stalled", Loads.StalledAsync),
                await Row(name, "idle", Loads.IdleAsync)));
        }

        var raw = rows[0];
        Console.WriteLine("| server | CPU a message, µs | ratio | sessions at 60 Hz | ratio | 64 KB bursts, ms p50 / p99 | 5 MB to five late joiners, ms | others meanwhile, ms p50 / p99 | beside a stalled agent, ms p50 / p99 | server memory by it | idle connection: heap / resident |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|---|---|");
        foreach (var row in rows)
        {
            Console.WriteLine($"| {row.Name} | {row.Cpu:0.0} | {raw.Cpu / row.Cpu:0.00} | {row.Sessions} | {(double)row.Sessions / raw.Sessions:0.00} | {row.Bursts} | {row.Late.Milliseconds:0} | {row.Late.Others} | {row.Stalled.Others} | {row.Stalled.Grown / 1e6:0.0} MB | {row.Idle.Heap / 1e3:0.0} / {row.Idle.Resident / 1e3:0.0} KB |");
        }
    }

    /// <summary>CPU time of the server for a frame in and out, at a load that it carries easily: the figure that a busy machine disturbs least.</summary>
    private static double MicrosecondsEach(Peer peer)
    {
        var sessions = Enumerable.Range(0, 150).Select(i => new Session(peer, $"c{i}", new Latencies())).ToList();
        foreach (var session in sessions) session.Send(Loads.Keyframe(20), Stamp.Now);
        SixtyHertz.Run(sessions, Loads.Frame(20), TimeSpan.FromSeconds(4));
        foreach (var session in sessions) session.Begin();
        var before = peer.Cpu;
        SixtyHertz.Run(sessions, Loads.Frame(20), TimeSpan.FromSeconds(4));
        var used = peer.Cpu - before;
        foreach (var session in sessions) session.Dispose();
        return used.TotalMicroseconds / sessions.Sum(s => s.Sent);
    }

    /// <summary>Most sessions of which nine in ten stay live, to a step of about a tenth.</summary>
    private static int Capacity(Peer peer)
    {
        var latencies = new Latencies();
        var sessions = new List<Session>();
        int good = 0, bad = int.MaxValue, count = 250;
        try
        {
            while (sessions.Count < 150) sessions.Add(new Session(peer, $"s{sessions.Count}", latencies));
            // A server that has just begun still compiles itself.
            SixtyHertz.Run(sessions, Loads.Frame(20), TimeSpan.FromSeconds(4));
            while (bad - good > good / 10 && count <= 8000)
            {
                while (sessions.Count < count) sessions.Add(new Session(peer, $"s{sessions.Count}", latencies));
                // A hiccup of the machine fails every session at once, so only a load that fails three times is too much.
                if (Enumerable.Range(0, 3).Any(_ => Live(peer, sessions.Take(count).ToList()))) good = count;
                else bad = count;
                count = bad == int.MaxValue ? good * 3 / 2 : (good + bad) / 2;
                if (good == 0 && bad < 60) return 0;
            }
        }
        finally
        {
            foreach (var session in sessions) session.Dispose();
        }

        return good;
    }

    private static bool Live(Peer peer, List<Session> sessions)
    {
        var frame = Loads.Frame(20);
        var (cpu, own, began) = (peer.Cpu, Process.GetCurrentProcess().TotalProcessorTime, Stopwatch.GetTimestamp());
        foreach (var session in sessions) session.Send(Loads.Keyframe(20), Stamp.Now);
        SixtyHertz.Run(sessions, frame, TimeSpan.FromSeconds(0.4));
        foreach (var session in sessions) session.Begin();
        SixtyHertz.Run(sessions, frame, TimeSpan.FromSeconds(2));
        // What is still under way counts when it comes within the fifty milliseconds.
        Thread.Sleep(60);
        foreach (var session in sessions) session.Measuring = false;
        var took = Stopwatch.GetElapsedTime(began);
        var live = sessions.Count(s => s.Live);
        Console.Error.WriteLine($"  {sessions.Count} sessions: {live} live, server {(peer.Cpu - cpu) / took:P0}, load {(Process.GetCurrentProcess().TotalProcessorTime - own) / took:P0} of a core");
        return live >= sessions.Count * 0.9;
    }

    private static async Task<T> Row<T>(string name, string what, Func<Peer, Task<T>> measure)
    {
        using var peer = await Peer.StartAsync(name);
        var result = await measure(peer);
        Console.Error.WriteLine($"{name}, {what}: {result}");
        return result;
    }

    private sealed record Measured(string Name, double Cpu, int Sessions, Latencies Bursts, LateJoin Late, Stall Stalled, Idle Idle);
}
