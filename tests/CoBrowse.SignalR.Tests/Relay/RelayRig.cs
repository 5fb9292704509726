using System.Buffers;
using System.Collections.Concurrent;
using System.IO.Pipelines;
using CoBrowse.Protocol;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;

namespace CoBrowse.SignalR.Tests.Relay;

/// <summary>The relay over plain pipes, with hubs that only remember what they saw.</summary>
internal sealed class RelayRig : IRelayChannelListener, IAsyncDisposable
{
    private readonly List<RigConnection> _connections = [];

    public RelayRig(FrameRelayOptions? options = null)
    {
        Relay = new FrameRelay(Options.Create(options ?? new FrameRelayOptions()), Clock);
        Channel = Relay.Open("session", this);
        Channel.Start();
    }

    public ManualClock Clock { get; } = new();

    public FrameRelay Relay { get; }

    public RelayChannel Channel { get; }

    public ConcurrentQueue<KeyframeReason> Asked { get; } = new();

    public ConcurrentQueue<string> Resyncing { get; } = new();

    public RigConnection Connect()
    {
        var connection = new RigConnection(Relay);
        _connections.Add(connection);
        return connection;
    }

    /// <summary>A connection whose caller ends it.</summary>
    public RigConnection ConnectConcurrently() => new(Relay);

    public RigConnection Customer()
    {
        var connection = Connect();
        Channel.AttachCustomer(connection.Id);
        return connection;
    }

    public RigConnection Agent(FrameClasses sees = default)
    {
        var connection = Connect();
        Channel.AttachAgent(connection.Id, sees);
        return connection;
    }

    /// <summary>Returns when all that this connection has sent was looked at: its hub was shown what came last.</summary>
    public static async Task HeardAsync(RigConnection connection)
    {
        var before = connection.Shown.WrittenCount;
        await connection.SendAsync([0x02, 0x91, 0x06]);
        while (connection.Shown.WrittenCount <= before)
            await Task.Yield();
    }

    void IRelayChannelListener.KeyframeNeeded(string channelId, KeyframeReason reason) => Asked.Enqueue(reason);

    void IRelayChannelListener.AgentResyncing(string channelId, string connectionId) => Resyncing.Enqueue(connectionId);

    public async ValueTask DisposeAsync()
    {
        foreach (var connection in _connections) await connection.DisposeAsync();
    }
}

/// <summary>One connection of the rig: what a client would send and receive.</summary>
internal sealed class RigConnection : IAsyncDisposable
{
    private static readonly PipeOptions Bounded = new(pauseWriterThreshold: 64 * 1024, resumeWriterThreshold: 32 * 1024, useSynchronizationContext: false);
    private readonly Pipe _toHub = new(Bounded);
    private readonly Pipe _toClient = new(Bounded);
    private readonly DefaultConnectionContext _context;
    private readonly Task _running;
    private readonly List<byte[]> _received = [];
    private readonly Queue<byte[]> _queued = new();

    public RigConnection(FrameRelay relay)
    {
        _context = new DefaultConnectionContext(Guid.NewGuid().ToString("N")) { Transport = new Duplex(_toHub.Reader, _toClient.Writer) };
        _running = relay.RunAsync(_context, HubAsync);
    }

    public string Id => _context.ConnectionId;

    /// <summary>What the hub was shown, byte for byte, the handshake included.</summary>
    public ArrayBufferWriter<byte> Shown { get; } = new();

    public Exception? HubFailed { get; private set; }

    /// <summary>The output as the hub sees it.</summary>
    public PipeWriter HubOutput => _context.Transport.Output;

    public PipeReader Incoming => _toClient.Reader;

    public async Task SendAsync(params byte[][] messages)
    {
        foreach (var message in messages) _toHub.Writer.Write(message);
        await _toHub.Writer.FlushAsync();
    }

    public Task SendFramesAsync(IEnumerable<byte[]> frames) => SendAsync([.. frames.Select(Frames.Message)]);

    public Task HandshakeAsync() => SendAsync([.. "{}"u8, 0x1e]);

    /// <summary>All frames received so far, once there are that many or <paramref name="enough"/> says so.</summary>
    public async Task<List<byte[]>> FramesAsync(Func<List<byte[]>, bool> enough)
    {
        while (!enough(_received))
        {
            var result = await Incoming.ReadAsync();
            _received.AddRange(Frames.In(result.Buffer.ToArray()));
            Incoming.AdvanceTo(result.Buffer.End);
            if (result.IsCompleted) break;
        }

        return _received;
    }

    /// <summary>The next frame, waiting for it.</summary>
    public async Task<byte[]> NextFrameAsync()
    {
        while (_queued.Count == 0)
        {
            var result = await Incoming.ReadAsync();
            foreach (var frame in Frames.In(result.Buffer.ToArray())) _queued.Enqueue(frame);
            Incoming.AdvanceTo(result.Buffer.End);
        }

        return _queued.Dequeue();
    }

    public Task<List<byte[]>> FramesAsync(int count) => FramesAsync(all => all.Count >= count);

    public async Task CloseAsync()
    {
        await _toHub.Writer.CompleteAsync();
        await _running;
    }

    /// <summary>Returns when the hub has ended.</summary>
    public Task EndedAsync() => _running;

    public async ValueTask DisposeAsync()
    {
        await _toHub.Writer.CompleteAsync();
        await _running;
        await _toClient.Writer.CompleteAsync();
    }

    private async Task HubAsync(ConnectionContext context)
    {
        var input = context.Transport.Input;
        try
        {
            while (true)
            {
                var result = await input.ReadAsync();
                var rest = result.Buffer;
                if (Shown.WrittenCount == 0 && rest.PositionOf((byte)0x1e) is { } end) rest = Take(rest, rest.GetPosition(1, end));
                else
                {
                    var after = rest;
                    while (MessageFraming.TryTake(ref after, out _)) rest = Take(rest, after.Start);
                }

                input.AdvanceTo(rest.Start, rest.End);
                if (result.IsCompleted) return;
            }
        }
        catch (InvalidDataException refused)
        {
            HubFailed = refused;
        }
    }

    private ReadOnlySequence<byte> Take(ReadOnlySequence<byte> from, SequencePosition to)
    {
        lock (Shown)
        {
            foreach (var part in from.Slice(0, to)) Shown.Write(part.Span);
        }

        return from.Slice(to);
    }

    private sealed record Duplex(PipeReader Input, PipeWriter Output) : IDuplexPipe;
}
