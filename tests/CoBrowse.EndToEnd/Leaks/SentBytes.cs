using System.Diagnostics;
using System.Text;
using Microsoft.Playwright;
using Xunit;

namespace CoBrowse.Tests.EndToEnd.Leaks;

/// <summary>All that a customer's browser has sent: over its sockets, and in requests.</summary>
internal sealed class SentBytes
{
    /// <summary>How the call of a frame begins, up to the length of its bytes.</summary>
    private static readonly byte[] FrameCall = [0x95, 0x01, 0x80, 0xc0, 0xa1, 0x66, 0x91];
    private readonly List<byte[]> sent = [];

    public SentBytes(IBrowserContext context)
    {
        context.Page += (_, page) => page.WebSocket += (_, socket) => socket.FrameSent += (_, frame) => Add(frame.Binary ?? Encoding.UTF8.GetBytes(frame.Text ?? ""));
        context.Request += (_, request) =>
        {
            // The document's own address is the page's business.
            if (!request.IsNavigationRequest) Add(Encoding.UTF8.GetBytes(request.Url + string.Concat(request.Headers.Where(h => h.Key != "referer" && h.Key != "cookie").Select(h => h.Value))));
            if (request.PostDataBuffer is { } body && !request.IsNavigationRequest) Add(body);
        };
    }

    /// <summary>Each message as it went, and what its frames say once the product's own decoder has unpacked them.</summary>
    public async Task<IReadOnlyList<byte[]>> AllAsync()
    {
        byte[][] messages;
        lock (sent) messages = [.. sent];
        var frames = string.Join('\n', messages.SelectMany(Frames).Select(Convert.ToBase64String));
        var start = new ProcessStartInfo("node", [Repository.Path("client-js", "test", "masking", "leaks", "decode-frames.mjs")])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        using var decoder = Process.Start(start)!;
        var said = decoder.StandardOutput.ReadToEndAsync();
        await decoder.StandardInput.WriteAsync(frames);
        decoder.StandardInput.Close();
        var ops = await said;
        await decoder.WaitForExitAsync();
        Assert.Equal(0, decoder.ExitCode);
        return [.. messages, .. ops.Split('\n').Select(Encoding.UTF8.GetBytes)];
    }

    private void Add(byte[] bytes)
    {
        lock (sent) sent.Add(bytes);
    }

    private static IEnumerable<byte[]> Frames(byte[] message)
    {
        for (var at = 0; (at = IndexOf(message, FrameCall, at)) >= 0; at++)
        {
            var sizeBytes = message[at + FrameCall.Length] switch { 0xc4 => 1, 0xc5 => 2, 0xc6 => 4, _ => 0 };
            if (sizeBytes == 0) continue;
            var start = at + FrameCall.Length + 1;
            var length = message.AsSpan(start, sizeBytes).ToArray().Aggregate(0, (all, each) => (all << 8) | each);
            yield return message.AsSpan(start + sizeBytes, length).ToArray();
        }
    }

    private static int IndexOf(byte[] bytes, byte[] wanted, int from)
    {
        var found = bytes.AsSpan(from).IndexOf(wanted);
        return found < 0 ? -1 : found + from;
    }
}
