using System.IO.Pipelines;
using Microsoft.AspNetCore.Connections;

namespace CoBrowse.Benchmarks.Relay;

/// <summary>A connection over pipes, as ASP.NET Core would set it up, that has shaken hands.</summary>
internal sealed class Wire
{
    private static readonly PipeOptions Options = new(pauseWriterThreshold: 64 * 1024, resumeWriterThreshold: 32 * 1024, readerScheduler: PipeScheduler.ThreadPool, useSynchronizationContext: false);

    public Wire(string role, ConnectionDelegate server)
    {
        var (up, down) = (new Pipe(Options), new Pipe(Options));
        var context = new DefaultConnectionContext(Guid.NewGuid().ToString("N")) { Transport = new Ends(up.Reader, down.Writer) };
        context.Items["role"] = role;
        ToServer = up.Writer;
        Received = new Drain(down.Reader);
        _ = server(context);
    }

    public PipeWriter ToServer { get; }

    public Drain Received { get; }

    public async Task ShakeHandsAsync()
    {
        await ToServer.WriteAsync((byte[])[.. "{\"protocol\":\"messagepack\",\"version\":2}"u8, 0x1e]);
        while (!Received.ShookHands) await Task.Yield();
    }

    private sealed record Ends(PipeReader Input, PipeWriter Output) : IDuplexPipe;
}
