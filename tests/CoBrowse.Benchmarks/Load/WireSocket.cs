using System.Buffers;
using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;

namespace CoBrowse.Benchmarks.Load;

/// <summary>
/// A WebSocket client with next to no cost: no masking but by zero, no per-message allocation, reads by completion.
/// </summary>
internal sealed class WireSocket : IDisposable
{
    private readonly Socket _socket;
    private byte[] _buffer = new byte[4096];
    private readonly ArrayBufferWriter<byte> _parts = new();
    private byte[] _givenBack = [];
    private int _filled;
    private SocketAsyncEventArgs? _reading;
    private byte[] _sending = new byte[256];

    public WireSocket(Uri server, string path, int receiveBuffer)
    {
        _socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        if (receiveBuffer > 0) _socket.ReceiveBufferSize = receiveBuffer;
        _socket.Connect(server.Host, server.Port);
        _socket.Send(Encoding.ASCII.GetBytes(
            $"GET {path} HTTP/1.1\r\nHost: {server.Authority}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"));
        int end;
        while ((end = _buffer.AsSpan(0, _filled).IndexOf("\r\n\r\n"u8)) < 0) Fill();
        if (!_buffer.AsSpan(0, end).StartsWith("HTTP/1.1 101"u8)) throw new InvalidOperationException(Encoding.ASCII.GetString(_buffer, 0, end));
        Consume(end + 4);
    }

    /// <summary>Sends one message; false where the server takes no more now.</summary>
    public bool Send(ReadOnlySpan<byte> payload, bool text = false)
    {
        var length = Frame(payload, text);
        for (var sent = 0; sent < length;)
        {
            var count = _socket.Send(_sending.AsSpan(sent, length - sent), SocketFlags.None, out var error);
            if (error == SocketError.WouldBlock)
            {
                if (sent == 0) return false;
                Thread.Yield();
                continue;
            }

            if (error != SocketError.Success) return false;
            sent += count;
        }

        return true;
    }

    /// <summary>Waits for one message.</summary>
    public byte[] ReceiveMessage()
    {
        while (true)
        {
            if (TryMessage(_buffer.AsSpan(0, _filled), out var start, out var length))
            {
                var message = _buffer.AsSpan(start, length).ToArray();
                Consume(start + length);
                return message;
            }

            Fill();
        }
    }

    /// <summary>Gives back what came behind a handshake in the same message.</summary>
    public void GiveBack(byte[] rest) => _givenBack = rest;

    /// <summary>Hands every message from now on to <paramref name="received"/>; sends no longer block.</summary>
    public void Start(Action<ReadOnlyMemory<byte>> received)
    {
        _socket.Blocking = false;
        _reading = new SocketAsyncEventArgs();
        _reading.Completed += (_, _) =>
        {
            if (Completed(received)) Read(received);
        };
        if (_givenBack.Length > 0) received(_givenBack);
        Deliver(received);
        Read(received);
    }

    /// <summary>Sends only from now on; what arrives is not read.</summary>
    public void NeverRead() => _socket.Blocking = false;

    public void Dispose()
    {
        _socket.Dispose();
        _reading?.Dispose();
    }

    private void Read(Action<ReadOnlyMemory<byte>> received)
    {
        try
        {
            do
            {
                if (_filled == _buffer.Length) Array.Resize(ref _buffer, _buffer.Length * 2);
                _reading!.SetBuffer(_buffer, _filled, _buffer.Length - _filled);
            }
            while (!_socket.ReceiveAsync(_reading) && Completed(received));
        }
        catch (ObjectDisposedException)
        {
            // The measurement is over.
        }
    }

    private bool Completed(Action<ReadOnlyMemory<byte>> received)
    {
        if (_reading!.SocketError != SocketError.Success || _reading.BytesTransferred == 0) return false;
        _filled += _reading.BytesTransferred;
        Deliver(received);
        return true;
    }

    private void Deliver(Action<ReadOnlyMemory<byte>> received)
    {
        var at = 0;
        while (TryMessage(_buffer.AsSpan(at, _filled - at), out var start, out var length))
        {
            Deliver(_buffer.AsMemory(at + start, length), isLast: (_buffer[at] & 0x80) != 0, received);
            at += start + length;
        }

        Consume(at);
    }

    private void Deliver(ReadOnlyMemory<byte> part, bool isLast, Action<ReadOnlyMemory<byte>> received)
    {
        if (isLast && _parts.WrittenCount == 0)
        {
            received(part);
            return;
        }

        _parts.Write(part.Span);
        if (!isLast) return;
        received(_parts.WrittenMemory);
        _parts.ResetWrittenCount();
    }

    private static bool TryMessage(ReadOnlySpan<byte> bytes, out int start, out int length)
    {
        (start, length) = (2, 0);
        if (bytes.Length < 2) return false;
        length = bytes[1] & 127;
        if (length == 126)
        {
            if (bytes.Length < 4) return false;
            (start, length) = (4, BinaryPrimitives.ReadUInt16BigEndian(bytes[2..]));
        }
        else if (length == 127)
        {
            if (bytes.Length < 10) return false;
            (start, length) = (10, (int)BinaryPrimitives.ReadUInt64BigEndian(bytes[2..]));
        }

        return bytes.Length >= start + length;
    }

    private int Frame(ReadOnlySpan<byte> payload, bool text)
    {
        if (_sending.Length < payload.Length + 14) _sending = new byte[payload.Length + 14];
        _sending[0] = (byte)(text ? 0x81 : 0x82);
        var head = 2;
        if (payload.Length < 126)
        {
            _sending[1] = (byte)(0x80 | payload.Length);
        }
        else if (payload.Length <= ushort.MaxValue)
        {
            _sending[1] = 0x80 | 126;
            BinaryPrimitives.WriteUInt16BigEndian(_sending.AsSpan(2), (ushort)payload.Length);
            head = 4;
        }
        else
        {
            _sending[1] = 0x80 | 127;
            BinaryPrimitives.WriteUInt64BigEndian(_sending.AsSpan(2), (ulong)payload.Length);
            head = 10;
        }

        _sending.AsSpan(head, 4).Clear();
        payload.CopyTo(_sending.AsSpan(head + 4));
        return head + 4 + payload.Length;
    }

    private void Fill()
    {
        if (_filled == _buffer.Length) Array.Resize(ref _buffer, _buffer.Length * 2);
        var count = _socket.Receive(_buffer.AsSpan(_filled));
        if (count == 0) throw new IOException("The server closed the connection.");
        _filled += count;
    }

    private void Consume(int bytes)
    {
        _buffer.AsSpan(bytes, _filled - bytes).CopyTo(_buffer);
        _filled -= bytes;
    }
}
