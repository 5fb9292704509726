using CoBrowse.Benchmarks.Floods;
using CoBrowse.Benchmarks.Relay;
using CoBrowse.Benchmarks.Servers;
using CoBrowse.SignalR.Tests.Relay;

// relay [cpu]    splice, hub with group, raw WebSocket and socket.io under the same load, or their CPU time alone
// relay-inproc   cost and allocations of one message without sockets
// stress [n]     a million frames, or n, with agents that join, stall and leave
// floods [open]  how late frames of live sessions are while others flood the node, with its limits or without
// flood …        one who floods; started by "floods"
// serve …        a server under load; started by "relay"
switch (args.FirstOrDefault())
{
    case "relay":
        await RelayComparison.RunAsync(cpuOnly: args.Contains("cpu"));
        return 0;
    case "relay-inproc":
        await InProcessCost.RunAsync();
        return 0;
    case "stress":
        var frames = args.Length > 1 ? int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture) : 1_000_000;
        var outcome = await RelayStress.RunAsync(frames, agents: 8, seed: 7, overtaking: true);
        Console.WriteLine($"{frames} frames, {outcome.Joins} joins, {outcome.Received} received, {outcome.Resyncs} resyncs, {outcome.Mistakes.Count} mistakes");
        return outcome.Mistakes.Count == 0 ? 0 : 1;
    case "floods":
        await FloodComparison.RunAsync(limited: !args.Contains("open"));
        return 0;
    case "flood":
        await Flood.RunAsync(args[1], int.Parse(args[2], System.Globalization.CultureInfo.InvariantCulture));
        return 0;
    case "serve":
        await RelayServer.RunAsync(args[1], inline: args.Contains("--inline"));
        return 0;
    default:
        Console.Error.WriteLine("dotnet run -c Release --project tests/CoBrowse.Benchmarks -- relay|relay-inproc|stress|floods");
        return 2;
}
