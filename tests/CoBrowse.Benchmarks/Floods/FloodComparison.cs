using System.Diagnostics;
using System.Globalization;
using CoBrowse.Benchmarks.Load;
using CoBrowse.Protocol;
using CoBrowse.Server.Tests.Hosting;

namespace CoBrowse.Benchmarks.Floods;

/// <summary>
/// One node with live sessions, alone and under each kind of flood. Who floods is a process of its own, at addresses of
/// its own; it may have a core's share, and takes it from the node and from the sessions' own two ends, so part of each
/// figure is the machine's.
/// </summary>
internal static class FloodComparison
{
    private const int Sessions = 4;
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(8);

    private static readonly (string Kind, string Words)[] Floods =
    [
        (Flood.Heads, "4,000 connections that drip a head"),
        (Flood.Bodies, "4,000 connections that drip a body"),
        (Flood.Upgrades, "4,000 WebSockets that are never asked for to the end"),
        (Flood.Silent, "WebSockets with a ticket that never say hello"),
        (Flood.Connections, "new connections without end"),
        (Flood.Negotiations, "negotiations with wrong tickets without end"),
        (Flood.Tokens, "forged tokens without end"),
        (Flood.Opened, "new sessions without end"),
    ];

    public static async Task RunAsync(bool limited)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        // Nobody is a known proxy: each address of the machine is a stranger of its own.
        var settings = new Dictionary<string, string>
        {
            ["Network:KnownProxies:0"] = "192.0.2.1",
            ["Network:KnownProxies:1"] = "192.0.2.2",
            ["Tenants:demo:Origins:0"] = Node.Portal,
        };
        if (!limited)
        {
            foreach (var limit in new[] { "Connections", "WebSockets", "ConnectionsPerAddress", "HubsPerAddress", "NegotiationsPerMinute" })
                settings[$"Network:Limits:{limit}"] = "1000000";
            foreach (var time in new[] { "Headers", "BodyGrace", "HubHandshake" })
                settings[$"Network:Limits:{time}"] = "00:10:00";
            settings["Tickets:PerMinute"] = settings["Sessions:OpenedPerMinute"] = "1000000";
        }

        await using var node = await BuiltNode.StartAsync(settings);
        await using var live = await LiveSessions.StartAsync(node, Sessions);
        await live.MeasureAsync(TimeSpan.FromSeconds(4));
        Console.WriteLine("| meanwhile | ms late, p50 / p95 / latest | CPU of the node | its memory | what became of it |");
        Console.WriteLine("|---|---|---|---|---|");
        await RowAsync(node, live, "nothing", null);
        foreach (var (kind, words) in Floods)
        {
            using var flood = Start(kind, node.Address.Port);
            await Task.Delay(TimeSpan.FromSeconds(2));
            await RowAsync(node, live, words, flood);
        }

        await RowAsync(node, live, "nothing, afterwards", null);
    }

    private static async Task RowAsync(Node node, LiveSessions live, string words, Process? flood)
    {
        var built = (BuiltNode)node;
        var (before, began) = (built.Used.Cpu, Stopwatch.GetTimestamp());
        var latencies = await live.MeasureAsync(Length);
        var (cpu, memory) = built.Used;
        var share = (cpu - before) / Stopwatch.GetElapsedTime(began);
        var became = string.Empty;
        if (flood is not null)
        {
            flood.StandardInput.Close();
            became = await flood.StandardOutput.ReadToEndAsync();
            await flood.WaitForExitAsync();
        }

        Console.WriteLine($"| {words} | {latencies.Spread} | {share:P0} | {memory / 1e6:0} MB | {became.Trim()} |");
    }

    private static Process Start(string kind, int port) => Process.Start(new ProcessStartInfo(
        "dotnet", ["exec", typeof(FloodComparison).Assembly.Location, "flood", kind, port.ToString(CultureInfo.InvariantCulture)])
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
    })!;
}
