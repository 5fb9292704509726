using System.Buffers;
using System.IO.Pipelines;
using CoBrowse.SignalR;

namespace CoBrowse.Benchmarks.Relay;

/// <summary>Counts the messages that arrive, at next to no cost.</summary>
internal sealed class Drain
{
    private long _messages;

    public Drain(PipeReader input) => _ = RunAsync(input);

    public bool ShookHands { get; private set; }

    public long Messages => Volatile.Read(ref _messages);

    private async Task RunAsync(PipeReader input)
    {
        while (true)
        {
            var result = await input.ReadAsync();
            var rest = result.Buffer;
            if (!ShookHands && rest.PositionOf((byte)0x1e) is { } end)
            {
                rest = rest.Slice(rest.GetPosition(1, end));
                ShookHands = true;
            }

            if (ShookHands) Count(ref rest);
            input.AdvanceTo(rest.Start, rest.End);
            if (result.IsCompleted) return;
        }
    }

    private void Count(ref ReadOnlySequence<byte> rest)
    {
        var count = 0L;
        while (!rest.IsEmpty)
        {
            // Messages here are short: their prefix is one byte.
            var span = rest.FirstSpan;
            var at = 0;
            while (at < span.Length && at + 1 + span[at] <= span.Length) (at, count) = (at + 1 + span[at], count + 1);
            if (at == 0)
            {
                if (!MessageFraming.TryTake(ref rest, out _)) break;
                count++;
            }
            else
            {
                rest = rest.Slice(at);
            }
        }

        Volatile.Write(ref _messages, _messages + count);
    }
}
