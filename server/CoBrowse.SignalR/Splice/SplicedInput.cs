using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;

namespace CoBrowse.SignalR;

/// <summary>
/// A connection's input as its hub sees it: the handshake, then every message that is no frame. Frames are handed to
/// the connection's channel on the way. Order is kept: a frame behind a control message waits until the hub has
/// handled that message.
/// </summary>
internal sealed class SplicedInput(PipeReader inner, RelayedConnection connection, TimeProvider clock, TimeSpan pingInterval) : PipeReader
{
    private const byte EndOfHandshake = 0x1e;
    private static readonly ReadOnlySequence<byte> Ping = new([0x02, 0x91, 0x06]);

    private long _hubHeard = clock.GetTimestamp();
    private ReadOnlySequence<byte> _handshake;
    private bool _handshaking = true;
    private bool _pinging;

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public override async ValueTask<ReadResult> ReadAsync(CancellationToken cancellationToken = default)
    {
        while (true)
        {
            var result = await inner.ReadAsync(cancellationToken).ConfigureAwait(false);
            if (TryShow(result, out var shown)) return shown;
        }
    }

    public override bool TryRead(out ReadResult result)
    {
        while (inner.TryRead(out var read))
        {
            if (TryShow(read, out result)) return true;
        }

        result = default;
        return false;
    }

    public override void AdvanceTo(SequencePosition consumed) => AdvanceTo(consumed, consumed);

    public override void AdvanceTo(SequencePosition consumed, SequencePosition examined)
    {
        // The ping was never in the pipe.
        if (_pinging)
        {
            _pinging = false;
            return;
        }

        if (!_handshake.IsEmpty)
        {
            _handshaking = !_handshake.Slice(consumed).IsEmpty;
            _handshake = default;
        }

        inner.AdvanceTo(consumed, examined);
    }

    public override void CancelPendingRead() => inner.CancelPendingRead();

    public override void Complete(Exception? exception = null) => inner.Complete(exception);

    private bool TryShow(ReadResult result, out ReadResult shown)
    {
        var buffer = result.Buffer;
        if (_handshaking)
        {
            shown = ShowHandshake(result);
            return true;
        }

        var rest = result.IsCanceled ? buffer : RelayFrames(buffer);
        var end = EndOfControl(rest);
        if (rest.Start.Equals(end) && !result.IsCanceled && !result.IsCompleted)
        {
            inner.AdvanceTo(rest.Start, buffer.End);
            shown = new ReadResult(Ping, isCanceled: false, isCompleted: false);
            _pinging = clock.GetElapsedTime(_hubHeard) > pingInterval;
            if (_pinging) _hubHeard = clock.GetTimestamp();
            return _pinging;
        }

        _hubHeard = clock.GetTimestamp();
        // What is left when the connection has ended is for the hub to judge.
        if (result.IsCompleted && IsStuck(rest, end)) end = rest.End;
        var isLast = end.Equals(rest.End);
        shown = new ReadResult(rest.Slice(rest.Start, end), result.IsCanceled, result.IsCompleted && isLast);
        return true;
    }

    private ReadResult ShowHandshake(ReadResult result)
    {
        var buffer = result.Buffer;
        if (buffer.PositionOf(EndOfHandshake) is not { } mark) return result;
        _handshake = buffer.Slice(buffer.Start, buffer.GetPosition(1, mark));
        return new ReadResult(_handshake, result.IsCanceled, result.IsCompleted && _handshake.Length == buffer.Length);
    }

    /// <summary>Hands on the frames at the start of the buffer and returns what is behind them.</summary>
    private ReadOnlySequence<byte> RelayFrames(ReadOnlySequence<byte> rest)
    {
        RelayChannel? fed = null;
        string? refusal = null;
        while (refusal is null && Match(rest, out var head) is var match && match is FrameMatch.Frame or FrameMatch.Violation)
        {
            refusal = match == FrameMatch.Violation ? "A frame breaks the rules of its form." : Hand(rest.Slice(0, head.MessageBytes), head, ref fed);
            if (refusal is null) rest = rest.Slice(head.MessageBytes);
        }

        fed?.Publish();
        if (refusal is null) return rest;
        inner.AdvanceTo(rest.Start);
        throw new InvalidDataException(refusal);
    }

    /// <summary>Hands one frame to the connection's channel; returns why it must not have come.</summary>
    private string? Hand(in ReadOnlySequence<byte> message, in MessageHead head, ref RelayChannel? fed)
    {
        if (head.EndsWithStreams && !FrameMessage.EndsWithoutStreams(message)) return "A frame has no streams.";
        if (connection.SendsTo is not { } channel) return connection.HasSent ? null : "Only a customer sends frames.";
        fed = channel;
        return channel.Accept(connection, head.Header, message) ? null : "The session has too many streams.";
    }

    /// <summary>The end of the control messages at the start of the buffer; the last one may be incomplete.</summary>
    private static SequencePosition EndOfControl(ReadOnlySequence<byte> rest)
    {
        while (!rest.IsEmpty && Match(rest, out var head) == FrameMatch.ForHub)
        {
            if (head.MessageBytes > rest.Length) return rest.End;
            rest = rest.Slice(head.MessageBytes);
        }

        return rest.Start;
    }

    private static bool IsStuck(ReadOnlySequence<byte> rest, SequencePosition end) =>
        Match(rest.Slice(end), out _) == FrameMatch.Incomplete;

    private static FrameMatch Match(in ReadOnlySequence<byte> rest, out MessageHead head)
    {
        var start = rest.FirstSpan;
        if (start.Length >= FrameMessage.HeadBytes || rest.IsSingleSegment) return FrameMessage.Match(start, rest.Length, out head);
        Span<byte> copied = stackalloc byte[FrameMessage.HeadBytes];
        var first = rest.Slice(0, Math.Min(FrameMessage.HeadBytes, rest.Length));
        first.CopyTo(copied);
        return FrameMessage.Match(copied[..(int)first.Length], rest.Length, out head);
    }
}
