using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Microsoft.AspNetCore.SignalR;

namespace CoBrowse.SignalR.Tests.Host;

public enum Colour
{
    Red,
    DarkBlue,
}

public sealed record Inner(string Name, int? Count);

public sealed record Everything(
    string Text, bool Flag, int Whole, long Large, double Real, byte[] Bytes, Colour Colour, Colour? Perhaps,
    IReadOnlyList<Inner> Items, Inner? Missing, IReadOnlyDictionary<string, int> Map);

/// <summary>Everything that a hub can be asked, and the relay's controls.</summary>
public class TestHub(FrameRelay relay, HostEvents events, IHubContext<TestHub> outside) : Hub
{
    public string Echo(string text) => text;

    public int Add(int a, int b) => a + b;

    public byte[] EchoBytes(byte[] bytes) => bytes;

    public Everything EchoRecord(Everything value) => value;

    public object? EchoAny(object? value) => value;

    public double EchoNumber(double value) => value;

    public void Nothing()
    {
    }

    public void Note(string note) => events.Notes.Enqueue(note);

    public string[] Notes(string prefix) => [.. events.Notes.Where(n => n.StartsWith(prefix, StringComparison.Ordinal))];

    public string Refuse() => throw new HubException("the reason");

    public string Crash() => throw new InvalidOperationException("a secret");

    public void Drop() => Context.Abort();

    public async IAsyncEnumerable<int> Count(int to, [EnumeratorCancellation] CancellationToken cancelled)
    {
        for (var i = 0; i < to; i++)
        {
            cancelled.ThrowIfCancellationRequested();
            yield return i;
            if (i % 100 == 99) await Task.Yield();
        }
    }

    public ChannelReader<string> UntilCancelled(string id, CancellationToken cancelled)
    {
        var items = Channel.CreateUnbounded<string>();
        items.Writer.TryWrite("first");
        cancelled.Register(() =>
        {
            events.Notes.Enqueue($"cancelled {id}");
            items.Writer.TryComplete();
        });
        return items.Reader;
    }

    public async IAsyncEnumerable<int> FailAfter(int count)
    {
        for (var i = 0; i < count; i++) yield return i;
        await Task.Yield();
        throw new HubException("the stream broke");
    }

    public async Task<long> Sum(IAsyncEnumerable<long> numbers)
    {
        long sum = 0;
        await foreach (var number in numbers) sum += number;
        return sum;
    }

    public async Task<string> Join(ChannelReader<string> words, string between)
    {
        var all = new List<string>();
        await foreach (var word in words.ReadAllAsync()) all.Add(word);
        return string.Join(between, all);
    }

    /// <summary>Asks this client a question from outside, since a hub method may not wait for one; tells what came.</summary>
    public void AskMe(string question)
    {
        var caller = outside.Clients.Client(Context.ConnectionId);
        _ = Task.Run(async () =>
        {
            string outcome;
            try
            {
                outcome = await caller.InvokeAsync<string>("question", question, CancellationToken.None);
            }
            catch (Exception e)
            {
                outcome = $"failed: {e.Message}";
            }

            await caller.SendAsync("outcome", outcome);
        });
    }

    public async Task Burst(int count)
    {
        for (var i = 0; i < count; i++) await Clients.Caller.SendAsync("burst", i);
    }

    public void Open(string channel) => relay.Open(channel, events).Start();

    public void Stop(string channel) => relay.Find(channel)!.Stop();

    public void BeCustomer(string channel) => relay.Find(channel)!.AttachCustomer(Context.ConnectionId);

    public void BeAgent(string channel) => relay.Find(channel)!.AttachAgent(Context.ConnectionId);

    public void LeaveAgent(string channel) => relay.Find(channel)!.DetachAgent(Context.ConnectionId);

    public int FramesInHub() => events.FramesInHub;

    [HubMethodName("f")]
    public async Task Frame(byte[] frame)
    {
        events.CountFrameInHub();
        var channel = relay.Find(Context.GetHttpContext()!.Request.Query["channel"].ToString());
        if (channel is not null) await channel.ReceiveAsync(Context.ConnectionId, frame, Context.ConnectionAborted);
    }
}
