using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using CoBrowse.Protocol;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;

namespace CoBrowse.SignalR;

/// <summary>
/// SignalR's binary hub protocol, as @microsoft/signalr-protocol-msgpack speaks it. Broken framing or a broken envelope
/// is an <see cref="InvalidDataException"/>, which closes the connection; arguments that do not fit their method are a
/// binding failure, which fails that call alone.
/// </summary>
public sealed class CoBrowseHubProtocol : IHubProtocol
{
    private const int KeptBytes = 64 * 1024;

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? body;

    /// <inheritdoc />
    public string Name => "messagepack";

    /// <inheritdoc />
    public int Version => 2;

    /// <inheritdoc />
    public TransferFormat TransferFormat => TransferFormat.Binary;

    /// <inheritdoc />
    public bool IsVersionSupported(int version) => version <= Version;

    /// <inheritdoc />
    public bool TryParseMessage(ref ReadOnlySequence<byte> input, IInvocationBinder binder, [NotNullWhen(true)] out HubMessage? message)
    {
        message = null;
        if (!MessageFraming.TryTake(ref input, out var payload)) return false;
        if (payload.IsSingleSegment)
        {
            message = Parse(payload.FirstSpan, binder);
            return true;
        }

        var copy = ArrayPool<byte>.Shared.Rent((int)payload.Length);
        try
        {
            payload.CopyTo(copy);
            message = Parse(copy.AsSpan(0, (int)payload.Length), binder);
            return true;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(copy);
        }
    }

    /// <inheritdoc />
    public void WriteMessage(HubMessage message, IBufferWriter<byte> output)
    {
        // Taken, so that a getter that writes a message of its own would get another.
        var written = body ?? new ArrayBufferWriter<byte>(256);
        body = null;
        HubMessageWriter.Write(message, new MessagePackWriter(written));
        var prefix = MessageFraming.PrefixBytes(written.WrittenCount);
        MessageFraming.WritePrefix(output.GetSpan(prefix), written.WrittenCount);
        output.Advance(prefix);
        output.Write(written.WrittenSpan);
        written.ResetWrittenCount();
        if (written.Capacity <= KeptBytes) body = written;
    }

    /// <inheritdoc />
    public ReadOnlyMemory<byte> GetMessageBytes(HubMessage message)
    {
        var bytes = new ArrayBufferWriter<byte>(256);
        WriteMessage(message, bytes);
        return bytes.WrittenMemory;
    }

    private static HubMessage Parse(ReadOnlySpan<byte> payload, IInvocationBinder binder) =>
        HubMessageReader.Read(new MessagePackReader(payload, ProtocolLimits.NestingDepth), binder);
}
