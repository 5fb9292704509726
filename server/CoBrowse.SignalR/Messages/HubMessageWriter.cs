using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;

namespace CoBrowse.SignalR;

/// <summary>The envelope of each message that a node sends.</summary>
internal static class HubMessageWriter
{
    public static void Write(HubMessage message, MessagePackWriter writer)
    {
        switch (message)
        {
            case InvocationMessage call: WriteCall(writer, HubProtocolConstants.InvocationMessageType, call, call.StreamIds); break;
            case StreamInvocationMessage call: WriteCall(writer, HubProtocolConstants.StreamInvocationMessageType, call, call.StreamIds); break;
            case StreamItemMessage item:
                writer.WriteArray(4);
                WriteHead(writer, HubProtocolConstants.StreamItemMessageType, item);
                writer.WriteString(item.InvocationId!);
                WriteValue(writer, item.Item);
                break;
            case CompletionMessage completion: WriteCompletion(writer, completion); break;
            case CancelInvocationMessage cancel:
                writer.WriteArray(3);
                WriteHead(writer, HubProtocolConstants.CancelInvocationMessageType, cancel);
                writer.WriteString(cancel.InvocationId!);
                break;
            case PingMessage:
                writer.WriteArray(1);
                writer.WriteInt64(HubProtocolConstants.PingMessageType);
                break;
            case CloseMessage close:
                writer.WriteArray(3);
                writer.WriteInt64(HubProtocolConstants.CloseMessageType);
                ValueWriter.Write(writer, string.IsNullOrEmpty(close.Error) ? null : close.Error);
                writer.WriteBoolean(close.AllowReconnect);
                break;
            default: throw new NotSupportedException($"{message.GetType().Name} does not travel: stateful reconnect stays off.");
        }
    }

    private static void WriteCall(MessagePackWriter writer, int type, HubMethodInvocationMessage call, string[]? streamIds)
    {
        writer.WriteArray(6);
        WriteHead(writer, type, call);
        ValueWriter.Write(writer, string.IsNullOrEmpty(call.InvocationId) ? null : call.InvocationId);
        writer.WriteString(call.Target);
        writer.WriteArray(call.Arguments.Length);
        foreach (var argument in call.Arguments) WriteValue(writer, argument);
        ValueWriter.Write(writer, streamIds ?? []);
    }

    private static void WriteCompletion(MessagePackWriter writer, CompletionMessage completion)
    {
        var kind = completion.Error is not null ? HubMessageReader.ErrorResult
            : completion.HasResult ? HubMessageReader.ValueResult
            : HubMessageReader.VoidResult;
        writer.WriteArray(kind == HubMessageReader.VoidResult ? 4 : 5);
        WriteHead(writer, HubProtocolConstants.CompletionMessageType, completion);
        writer.WriteString(completion.InvocationId!);
        writer.WriteInt64(kind);
        if (kind == HubMessageReader.ErrorResult) writer.WriteString(completion.Error!);
        else if (kind == HubMessageReader.ValueResult) WriteValue(writer, completion.Result);
    }

    private static void WriteHead(MessagePackWriter writer, int type, HubInvocationMessage message)
    {
        writer.WriteInt64(type);
        var headers = message.Headers;
        writer.WriteMap(headers?.Count ?? 0);
        foreach (var (name, value) in headers ?? new Dictionary<string, string>())
        {
            writer.WriteString(name);
            writer.WriteString(value);
        }
    }

    private static void WriteValue(MessagePackWriter writer, object? value)
    {
        if (value is RawResult raw) writer.WriteRaw(raw.RawSerializedData);
        else ValueWriter.Write(writer, value);
    }
}
