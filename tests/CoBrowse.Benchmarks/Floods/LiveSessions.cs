using CoBrowse.Benchmarks.Load;
using CoBrowse.Protocol;
using CoBrowse.Server.Tests.Hosting;

namespace CoBrowse.Benchmarks.Floods;

/// <summary>Sessions of the whole product, each with a customer who sends sixty frames a second and an agent who watches.</summary>
internal sealed class LiveSessions : IAsyncDisposable
{
    private const uint Epoch = 1;
    private readonly List<RunningSession> sessions = [];
    private readonly List<Task> reading = [];
    private volatile Latencies? measuring;
    private uint sequence;

    public static async Task<LiveSessions> StartAsync(Node node, int count)
    {
        var live = new LiveSessions();
        for (var i = 0; i < count; i++)
        {
            var session = await node.RunAsync();
            live.sessions.Add(session);
            await session.Customer.SendAsync(CustomerHubNames.Frame, Frames.Keyframe(Epoch, 0));
            await session.Agent.NextAsync<byte[]>("f");
            live.reading.Add(live.ReadAsync(session));
        }

        return live;
    }

    /// <summary>How late frames were; one that did not come in time counts as later than all.</summary>
    public async Task<Latencies> MeasureAsync(TimeSpan duration)
    {
        var latencies = measuring = new Latencies();
        var sent = 0;
        using var clock = new PeriodicTimer(TimeSpan.FromSeconds(1.0 / 60));
        for (var ticks = (int)(duration.TotalSeconds * 60); ticks > 0 && await clock.WaitForNextTickAsync(); ticks--)
        {
            sequence++;
            foreach (var session in sessions)
            {
                if (sequence % 120 == 1)
                {
                    await session.Customer.SendAsync(CustomerHubNames.Ping);
                    await session.Agent.SendAsync(AgentHubNames.Ping);
                }

                var frame = Frames.Update(Epoch, sequence, 0);
                Stamp.Write(frame, Stamp.Now);
                await session.Customer.SendAsync(CustomerHubNames.Frame, frame);
                sent++;
            }
        }

        await Task.Delay(TimeSpan.FromSeconds(1));
        measuring = null;
        for (var missing = sent - latencies.Count; missing > 0; missing--) latencies.Add(double.MaxValue / 1e6);
        return latencies;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var session in sessions) await session.DisposeAsync();
    }

    private async Task ReadAsync(RunningSession session)
    {
        while (!session.Agent.Closed.IsCompleted)
        {
            try
            {
                var frame = await session.Agent.NextAsync<byte[]>("f");
                measuring?.Add(Stamp.MillisecondsSince(Stamp.Read(frame)));
            }
            catch (Exception error) when (error is TimeoutException or OperationCanceledException)
            {
                // Nothing is sent between measurements.
            }
        }
    }
}
