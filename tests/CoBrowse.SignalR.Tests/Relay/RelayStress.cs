using System.Collections.Concurrent;
using CoBrowse.Protocol;

namespace CoBrowse.SignalR.Tests.Relay;

/// <summary>
/// A customer that sends without rest, and agents that join, stall and leave at random. Every agent's frames must begin
/// at a keyframe and go on without a gap, except where they jump ahead to the beginning of a newer keyframe.
/// </summary>
internal static class RelayStress
{
    /// <returns>What went wrong; empty when nothing did.</returns>
    /// <param name="frames">Frames that the customer sends.</param>
    /// <param name="agents">Agents that watch at a time.</param>
    /// <param name="seed">Of sizes, stalls and joins.</param>
    /// <param name="overtaking">Whether budgets are so small that stalled agents are overtaken; else none may ever jump.</param>
    public static async Task<StressOutcome> RunAsync(int frames, int agents, int seed, bool overtaking)
    {
        await using var rig = new RelayRig(overtaking
            ? new FrameRelayOptions { LiveBudgetBytes = 64 * 1024, LogBytes = 256 * 1024, CacheBytes = 4 * 1024 * 1024 }
            : new FrameRelayOptions { LiveBudgetBytes = int.MaxValue, CacheBytes = int.MaxValue });
        var mistakes = new ConcurrentQueue<string>();
        var keyframes = new ConcurrentDictionary<int, bool>();
        var customer = rig.Customer();
        await customer.HandshakeAsync();
        var over = new TaskCompletionSource();
        var tally = new Tally();
        var watching = Enumerable.Range(0, agents).Select(i => Task.Run(() => WatchAsync(rig, new Random(seed + i), keyframes, overtaking, frames, over.Task, mistakes, tally))).ToArray();
        var random = new Random(seed);
        for (var next = 0; next < frames;)
        {
            var batch = new List<byte[]>();
            for (var size = random.Next(1, 40); size > 0 && next < frames; size--, next++)
            {
                // Every 500th frame begins a keyframe of five, and the run ends with one.
                var within = Math.Min(next % 500, next - (frames - 5) is >= 0 and var last ? last : int.MaxValue);
                if (within == 0) keyframes[next] = true;
                batch.Add(within < 5
                    ? Frames.Of(FrameKind.Snapshot, next, random.Next(3000), (within == 0 ? FrameMarks.Keyframe : 0) | (within == 4 ? FrameMarks.Last : 0))
                    : Frames.Of(FrameKind.Update, next, random.Next(200)));
            }

            await customer.SendFramesAsync(batch);
            // The customer may run ahead of those who stall, not of all.
            while (next - Volatile.Read(ref tally.Newest) > 3000) await Task.Yield();
        }

        over.SetResult();
        await Task.WhenAll(watching);
        return new StressOutcome([.. mistakes], tally.Received, tally.Joins, rig.Resyncing.Count);
    }

    private static async Task WatchAsync(
        RelayRig rig, Random random, ConcurrentDictionary<int, bool> keyframes, bool overtaking, int frames, Task over, ConcurrentQueue<string> mistakes, Tally tally)
    {
        while (true)
        {
            var agent = rig.ConnectConcurrently();
            rig.Channel.AttachAgent(agent.Id);
            Interlocked.Increment(ref tally.Joins);
            var stay = over.IsCompleted ? int.MaxValue : random.Next(50, 5000);
            var expected = -1;
            for (var received = 0; received < stay && expected != frames; received++)
            {
                // A stall: read nothing until the customer has gone on for a while.
                if (random.Next(400) == 0) await StallAsync(over, random);
                var frame = await agent.NextFrameAsync();
                var sequence = Frames.SequenceOf(frame);
                var continues = expected == -1 ? keyframes.ContainsKey(sequence) : sequence == expected || (overtaking && sequence > expected && keyframes.ContainsKey(sequence));
                if (!continues) mistakes.Enqueue($"{sequence} came where {expected} was due");
                if (!frame.AsSpan().SequenceEqual(Frames.Like(frame, sequence))) mistakes.Enqueue($"{sequence} was damaged");
                expected = sequence + 1;
                Interlocked.Increment(ref tally.Received);
                if (expected > Volatile.Read(ref tally.Newest)) Volatile.Write(ref tally.Newest, expected);
                if (over.IsCompleted) stay = int.MaxValue;
            }

            rig.Channel.DetachAgent(agent.Id);
            await agent.DisposeAsync();
            if (expected == frames) return;
        }
    }

    private static async Task StallAsync(Task over, Random random)
    {
        for (var turns = random.Next(1, 2000); turns > 0 && !over.IsCompleted; turns--) await Task.Yield();
    }

    private sealed class Tally
    {
        public long Received;
        public int Joins;
        public int Newest;
    }
}

/// <summary>What a stress run saw.</summary>
internal sealed record StressOutcome(IReadOnlyList<string> Mistakes, long Received, int Joins, int Resyncs);
