using System.Buffers.Text;
using System.Diagnostics;
using System.Net.Http;
using System.Text;
using CoBrowse.Protocol.Generator;
using CoBrowse.SignalR;

namespace CoBrowse.Benchmarks.Load;

/// <summary>A server under load, in a process of its own on the first core, and how one speaks to it.</summary>
internal sealed class Peer : IDisposable
{
    private readonly Process _process;

    private Peer(string name, Process process, Uri address) => (Name, _process, Address) = (name, process, address);

    public string Name { get; }

    public Uri Address { get; }

    private bool SpeaksHub => Name.StartsWith("splice", StringComparison.Ordinal) || Name == "hub, group";

    private bool SpeaksSocketIo => Name == "socket.io";

    /// <summary>CPU time used so far.</summary>
    public TimeSpan Cpu
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    public static async Task<Peer> StartAsync(string name)
    {
        var start = new ProcessStartInfo("taskset")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            WorkingDirectory = RepositoryRoot.Find(AppContext.BaseDirectory),
        };
        var self = typeof(Peer).Assembly.Location;
        var inline = name.Contains("inline", StringComparison.Ordinal);
        var kind = name.StartsWith("splice", StringComparison.Ordinal) ? "splice" : name == "hub, group" ? "hub" : "raw";
        string[] command = name == "socket.io"
            ? ["node", "--expose-gc", Path.Combine(Path.GetDirectoryName(self)!, "Servers/socketio-server.mjs")]
            : ["dotnet", "exec", self, "serve", kind, .. inline ? (string[])["--inline"] : []];
        foreach (var part in (string[])["-c", "0", .. command]) start.ArgumentList.Add(part);
        if (inline) start.Environment["DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS"] = "1";
        var process = Process.Start(start) ?? throw new InvalidOperationException("The server did not start.");
        var address = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The server said nothing.");
        return new Peer(name, process, new Uri(address));
    }

    public WireSocket Connect(string role, string session, int receiveBuffer = 0)
    {
        var query = $"role={role}&session={session}";
        var socket = new WireSocket(Address, SpeaksSocketIo ? $"/socket.io/?EIO=4&transport=websocket&{query}" : $"/relay?{query}", receiveBuffer);
        if (SpeaksHub)
        {
            socket.Send(Encoding.UTF8.GetBytes("{\"protocol\":\"messagepack\",\"version\":2}\x1e"));
            // The first messages may come in the handshake's own.
            var answer = socket.ReceiveMessage();
            socket.GiveBack(answer[(answer.AsSpan().IndexOf((byte)0x1e) + 1)..]);
        }
        else if (SpeaksSocketIo)
        {
            socket.ReceiveMessage();
            socket.Send("40"u8, text: true);
            socket.ReceiveMessage();
        }

        return socket;
    }

    /// <summary>The WebSocket message that carries a frame.</summary>
    public (byte[] Payload, bool Text) Wrap(byte[] frame)
    {
        if (SpeaksSocketIo) return (Encoding.ASCII.GetBytes($"42[\"f\",\"{Convert.ToBase64String(frame)}\"]"), true);
        if (!SpeaksHub) return (frame, false);
        var message = new byte[FrameMessage.BytesFor(frame.Length, out _)];
        FrameMessage.Write(message, frame);
        return (message, false);
    }

    /// <summary>Reports the stamp and size of every frame in a WebSocket message that arrived.</summary>
    public void Unwrap(ReadOnlySpan<byte> message, Action<uint, int> frame)
    {
        Span<byte> head = stackalloc byte[24];
        if (SpeaksSocketIo)
        {
            if (message.Length < 34 || message[0] != '4' || message[1] != '2') return;
            Base64.DecodeFromUtf8(message.Slice(8, 24), head, out _, out _, isFinalBlock: false);
            frame(Stamp.Read(head), (message.Length - 10) * 3 / 4);
            return;
        }

        if (!SpeaksHub)
        {
            frame(Stamp.Read(message), message.Length);
            return;
        }

        while (!message.IsEmpty)
        {
            var prefix = MessageFraming.ReadPrefix(message, out var length);
            var payload = message.Slice(prefix, length);
            // [1, {}, nil, "f", [bytes]], with or without an empty list of streams behind.
            if (length > 20 && payload[5] == (byte)'f')
            {
                var size = payload[7] switch { 0xc4 => 1, 0xc5 => 2, _ => 4 };
                frame(Stamp.Read(payload[(8 + size)..]), length);
            }

            message = message[(prefix + length)..];
        }
    }

    public async Task<(long Heap, long Resident)> MemoryAsync()
    {
        using var http = new HttpClient();
        var parts = (await http.GetStringAsync(new Uri(Address, "/memory"))).Split(' ').Select(long.Parse).ToArray();
        return (parts[0], parts[1]);
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        if (!_process.WaitForExit(3000)) _process.Kill();
        _process.Dispose();
    }
}
