using System.Buffers;
using System.Runtime.ExceptionServices;
using System.Text;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;

namespace CoBrowse.SignalR;

/// <summary>The envelope of each message that a client sends.</summary>
internal static class HubMessageReader
{
    public const int ErrorResult = 1;
    public const int VoidResult = 2;
    public const int ValueResult = 3;

    public static HubMessage Read(MessagePackReader reader, IInvocationBinder binder)
    {
        var count = reader.EnterArray();
        if (count == 0) throw new InvalidDataException("A message has a type.");
        switch (reader.ReadInt64())
        {
            case HubProtocolConstants.InvocationMessageType:
                AtLeast(count, 5);
                return ReadCall(ref reader, binder, count, ReadHeaders(ref reader), reader.TryReadNil() ? null : reader.ReadString(), stream: false);
            case HubProtocolConstants.StreamInvocationMessageType:
                AtLeast(count, 5);
                return ReadCall(ref reader, binder, count, ReadHeaders(ref reader), reader.ReadString(), stream: true);
            case HubProtocolConstants.StreamItemMessageType:
                AtLeast(count, 4);
                return ReadStreamItem(ref reader, binder, ReadHeaders(ref reader));
            case HubProtocolConstants.CompletionMessageType:
                AtLeast(count, 4);
                return ReadCompletion(ref reader, binder, count, ReadHeaders(ref reader));
            case HubProtocolConstants.CancelInvocationMessageType:
                AtLeast(count, 3);
                var headers = ReadHeaders(ref reader);
                return new CancelInvocationMessage(reader.ReadString()) { Headers = headers };
            case HubProtocolConstants.CloseMessageType:
                AtLeast(count, 2);
                var error = reader.TryReadNil() ? null : reader.ReadString();
                return new CloseMessage(error, count > 2 && reader.ReadBoolean());
            default:
                // Pings; and types that a later version may add, which say no more than that the client lives. To
                // report no message instead would leave the hub with bytes that it never takes off the pipe.
                return PingMessage.Instance;
        }
    }

    private static HubMessage ReadCall(
        ref MessagePackReader reader, IInvocationBinder binder, int count, IDictionary<string, string>? headers, string? id, bool stream)
    {
        var utf8 = reader.ReadUtf8();
        var target = binder.GetTarget(utf8) ?? Encoding.UTF8.GetString(utf8);
        object?[] arguments;
        var rest = reader;
        rest.Skip();
        try
        {
            arguments = Bind(ref reader, binder.GetParameterTypes(target));
        }
        catch (Exception mismatch)
        {
            return new InvocationBindingFailureMessage(id, target, ExceptionDispatchInfo.Capture(mismatch)) { Headers = headers };
        }

        var streams = count > 5 ? ReadStreamIds(ref rest) : null;
        return stream
            ? new StreamInvocationMessage(id!, target, arguments, streams) { Headers = headers }
            : new InvocationMessage(id, target, arguments, streams) { Headers = headers };
    }

    private static object?[] Bind(ref MessagePackReader reader, IReadOnlyList<Type> types)
    {
        var count = reader.EnterArray();
        if (count > types.Count || types.Skip(count).Any(type => Nullable.GetUnderlyingType(type) is null))
            throw new InvalidDataException($"The call has {count} arguments, the method takes {types.Count}.");
        var arguments = new object?[types.Count];
        for (var i = 0; i < count; i++) arguments[i] = ValueReaders.For(types[i])(ref reader);
        reader.Leave();
        return arguments;
    }

    private static HubMessage ReadStreamItem(ref MessagePackReader reader, IInvocationBinder binder, IDictionary<string, string>? headers)
    {
        var id = reader.ReadString();
        var rest = reader;
        rest.Skip();
        try
        {
            return new StreamItemMessage(id, ValueReaders.For(binder.GetStreamItemType(id))(ref reader)) { Headers = headers };
        }
        catch (Exception mismatch)
        {
            return new StreamBindingFailureMessage(id, ExceptionDispatchInfo.Capture(mismatch));
        }
    }

    private static CompletionMessage ReadCompletion(
        ref MessagePackReader reader, IInvocationBinder binder, int count, IDictionary<string, string>? headers)
    {
        var id = reader.ReadString();
        var kind = reader.ReadInt64();
        if (kind is ErrorResult or ValueResult) AtLeast(count, 5);
        var (error, result, hasResult) = kind switch
        {
            ErrorResult => (reader.ReadString(), null, false),
            VoidResult => (null, null, false),
            ValueResult => ReadResult(ref reader, binder, id),
            _ => throw new InvalidDataException("A completion has a kind of result that nobody knows."),
        };
        return new CompletionMessage(id, error, result, hasResult) { Headers = headers };
    }

    private static (string? Error, object? Result, bool HasResult) ReadResult(ref MessagePackReader reader, IInvocationBinder binder, string id)
    {
        var rest = reader;
        var raw = rest.Skip();
        Type type;
        try
        {
            type = binder.GetReturnType(id);
        }
        catch (InvalidOperationException)
        {
            // Nobody waits any more; the hub drops a completion that it did not ask for.
            return (null, null, true);
        }

        if (type == typeof(RawResult)) return (null, new RawResult(new ReadOnlySequence<byte>(raw.ToArray())), true);
        try
        {
            return (null, ValueReaders.For(type)(ref reader), true);
        }
        catch (Exception mismatch)
        {
            return ($"The result is no {type.Name}. {mismatch.Message}", null, false);
        }
    }

    private static Dictionary<string, string>? ReadHeaders(ref MessagePackReader reader)
    {
        var left = reader.EnterMap();
        var headers = left == 0 ? null : new Dictionary<string, string>(StringComparer.Ordinal);
        for (; left > 0; left--)
        {
            var name = reader.ReadString();
            headers![name] = reader.ReadString();
        }

        reader.Leave();
        return headers;
    }

    private static string[]? ReadStreamIds(ref MessagePackReader reader)
    {
        var count = reader.EnterArray();
        if (count == 0) return null;
        var ids = new string[count];
        for (var i = 0; i < count; i++) ids[i] = reader.ReadString();
        reader.Leave();
        return ids;
    }

    private static void AtLeast(int count, int least)
    {
        if (count < least) throw new InvalidDataException($"A message of this type has {least} parts, this one {count}.");
    }
}
