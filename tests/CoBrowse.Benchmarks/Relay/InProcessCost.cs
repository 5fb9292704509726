using System.Diagnostics;
using CoBrowse.Benchmarks.Servers;
using CoBrowse.SignalR;
using CoBrowse.SignalR.Tests;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;

namespace CoBrowse.Benchmarks.Relay;

/// <summary>One customer and one agent over pipes: what a frame of 20 bytes costs without sockets.</summary>
internal static class InProcessCost
{
    public static async Task RunAsync()
    {
        Console.WriteLine("| way | messages a read | ns a message | bytes allocated a message |");
        Console.WriteLine("|---|---|---|---|");
        foreach (var batch in (int[])[1, 100])
        {
            foreach (var way in (string[])["splice", "hub, group"]) await MeasureAsync(way, batch);
        }
    }

    private static async Task MeasureAsync(string way, int batch)
    {
        await using var services = Services();
        var serve = way == "splice" ? Splice(services) : services.GetRequiredService<HubConnectionHandler<InProcessGroupHub>>().OnConnectedAsync;
        var (customer, agent) = (new Wire("customer", serve), new Wire("agent", serve));
        await customer.ShakeHandsAsync();
        await agent.ShakeHandsAsync();
        await customer.ToServer.WriteAsync(Frames.Message(Frames.Keyframe(0, 1, 4).Single()));
        while (agent.Received.Messages == 0) await Task.Yield();
        var message = Frames.Message(Frames.Of(CoBrowse.Protocol.FrameKind.Update, 1, 4));
        var together = Enumerable.Repeat(message, batch).SelectMany(m => m).ToArray();
        var total = way == "splice" ? 2_000_000 : 200_000;
        // The first round warms up.
        for (var round = 0; round < 2; round++)
        {
            var target = agent.Received.Messages + total;
            var allocated = GC.GetTotalAllocatedBytes(precise: true);
            var began = Stopwatch.GetTimestamp();
            for (var sent = 0; sent < total; sent += batch)
            {
                await customer.ToServer.WriteAsync(together);
                // A read for each write is what is measured, so nothing may pile up.
                if (batch == 1) await Arrived(agent, target - total + sent + 1);
            }

            await Arrived(agent, target);
            var each = Stopwatch.GetElapsedTime(began).TotalNanoseconds / total;
            var bytes = (double)(GC.GetTotalAllocatedBytes(precise: true) - allocated) / total;
            if (round > 0) Console.WriteLine($"| {way} | {batch} | {each:0} | {bytes:0.0} |");
        }
    }

    private static async ValueTask Arrived(Wire agent, long messages)
    {
        for (var spins = 0; agent.Received.Messages < messages; spins++)
        {
            if (spins % 1000 == 999) await Task.Yield();
            else Thread.SpinWait(1);
        }
    }

    private static ServiceProvider Services()
    {
        var services = new ServiceCollection().AddLogging();
        services.AddSignalR().AddCoBrowseProtocol();
        services.AddFrameRelay(o => o.CacheBytes = o.LogBytes = 1024 * 1024);
        services.AddSingleton<SilentListener>();
        return services.BuildServiceProvider();
    }

    private static ConnectionDelegate Splice(ServiceProvider services)
    {
        var relay = services.GetRequiredService<FrameRelay>();
        var channel = relay.Open("session", services.GetRequiredService<SilentListener>());
        channel.Start();
        var hub = services.GetRequiredService<HubConnectionHandler<QuietHub>>();
        return context => relay.RunAsync(context, connection =>
        {
            if (connection.Items["role"] is "customer") channel.AttachCustomer(connection.ConnectionId);
            else channel.AttachAgent(connection.ConnectionId);
            return hub.OnConnectedAsync(connection);
        });
    }
}
