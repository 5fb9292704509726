using System.Buffers;
using System.IO.Pipelines;

namespace CoBrowse.SignalR;

/// <summary>
/// A connection's output, shared by its hub and by the relay. The hub writes into a buffer of its own; when it flushes,
/// the buffer becomes ready. Whoever finds the output idle drains it: ready hub bytes, then frames from the agent's
/// cursor, then a flush, as long as there is either. So there is one writer of the pipe at a time, it flushes at
/// message boundaries only and outside any lock, and one that finds a full pipe waits alone.
/// </summary>
internal sealed class SharedOutput(PipeWriter inner) : PipeWriter
{
    private readonly Lock _gate = new();
    private readonly PooledBuffer _writing = new();
    private readonly PooledBuffer _ready = new();
    private RelayedConnection? _connection;
    private TaskCompletionSource<FlushResult>? _hubWaits;
    private TaskCompletionSource? _becomesIdle;
    private long _submitted;
    private long _flushed;
    private bool _busy;
    private bool _again;
    private bool _closed;

    public void Serve(RelayedConnection connection) => _connection = connection;

    public override Memory<byte> GetMemory(int sizeHint = 0) => _writing.GetMemory(sizeHint);

    public override Span<byte> GetSpan(int sizeHint = 0) => _writing.GetSpan(sizeHint);

    public override void Advance(int bytes) => _writing.Advance(bytes);

    public override bool CanGetUnflushedBytes => true;

    public override long UnflushedBytes => _writing.Length;

    /// <summary>There may be frames for this connection.</summary>
    public void Pump()
    {
        lock (_gate)
        {
            if (_closed) return;
            _again = true;
            if (_busy) return;
            _busy = true;
        }

        Drain();
    }

    public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default)
    {
        long mine;
        var idle = false;
        lock (_gate)
        {
            if (_closed) return new(new FlushResult(isCanceled: false, isCompleted: true));
            _writing.MoveTo(_ready);
            mine = ++_submitted;
            if (!_busy) idle = _busy = true;
        }

        if (idle) Drain();
        lock (_gate)
        {
            if (_flushed >= mine || _closed) return new(new FlushResult(isCanceled: false, isCompleted: _closed));
            _hubWaits ??= new(TaskCreationOptions.RunContinuationsAsynchronously);
            return new(_hubWaits.Task);
        }
    }

    public override void CancelPendingFlush()
    {
        TaskCompletionSource<FlushResult>? waits;
        lock (_gate) (waits, _hubWaits) = (_hubWaits, null);
        waits?.TrySetResult(new FlushResult(isCanceled: true, isCompleted: false));
    }

    public override void Complete(Exception? exception = null)
    {
        Close();
        inner.Complete(exception);
    }

    /// <summary>Writes nothing more, and returns when nobody uses the pipe any longer.</summary>
    public Task CloseAsync()
    {
        Close();
        inner.CancelPendingFlush();
        lock (_gate) return _busy ? (_becomesIdle ??= new(TaskCreationOptions.RunContinuationsAsynchronously)).Task : Task.CompletedTask;
    }

    private void Drain()
    {
        try
        {
            while (WriteNext(out var submitted))
            {
                var flush = inner.FlushAsync();
                if (!flush.IsCompleted)
                {
                    _ = DrainSlowlyAsync(flush, submitted);
                    return;
                }

                Settle(flush.Result, submitted);
            }
        }
        catch (Exception)
        {
            // The pipe is gone. Its connection ends by itself; the sender of a frame must not feel it.
            Fail();
        }
    }

    private async Task DrainSlowlyAsync(ValueTask<FlushResult> flush, long submitted)
    {
        try
        {
            do
            {
                Settle(await flush.ConfigureAwait(false), submitted);
                if (!WriteNext(out submitted)) return;
                flush = inner.FlushAsync();
            }
            while (true);
        }
        catch (Exception)
        {
            Fail();
        }
    }

    /// <summary>Writes what is due into the pipe. False: nothing is, and the output is idle.</summary>
    private bool WriteNext(out long submitted)
    {
        while (true)
        {
            bool wrote;
            lock (_gate)
            {
                submitted = _submitted;
                if (_closed)
                {
                    _ready.Release();
                    BecomeIdle();
                    return false;
                }

                _again = false;
                wrote = _ready.Length > 0;
                if (wrote) _ready.DrainTo(inner);
            }

            wrote |= _connection?.Receives?.TakeInto(inner) ?? false;
            if (wrote) return true;
            lock (_gate)
            {
                if (_again || _ready.Length > 0) continue;
                BecomeIdle();
                return false;
            }
        }
    }

    private void Settle(FlushResult result, long submitted)
    {
        TaskCompletionSource<FlushResult>? waits = null;
        lock (_gate)
        {
            _flushed = submitted;
            if (_submitted == submitted || result.IsCompleted) (waits, _hubWaits) = (_hubWaits, null);
            if (result.IsCompleted) _closed = true;
        }

        waits?.TrySetResult(new FlushResult(isCanceled: false, result.IsCompleted));
    }

    private void Fail()
    {
        Close();
        lock (_gate) BecomeIdle();
    }

    /// <summary>Under the lock: nothing is left to do.</summary>
    private void BecomeIdle()
    {
        _busy = false;
        _flushed = _submitted;
        _hubWaits?.TrySetResult(new FlushResult(isCanceled: false, _closed));
        _hubWaits = null;
        _becomesIdle?.TrySetResult();
        _becomesIdle = null;
    }

    private void Close()
    {
        TaskCompletionSource<FlushResult>? waits;
        lock (_gate)
        {
            _closed = true;
            (waits, _hubWaits) = (_hubWaits, null);
        }

        waits?.TrySetResult(new FlushResult(isCanceled: false, isCompleted: true));
    }
}
