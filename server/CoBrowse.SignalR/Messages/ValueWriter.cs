using System.Buffers;
using System.Collections;
using System.Globalization;
using CoBrowse.Protocol;

namespace CoBrowse.SignalR;

/// <summary>Writes one argument or result by its run-time type; the mirror of <see cref="ValueReaders"/>.</summary>
internal static class ValueWriter
{
    /// <exception cref="NotSupportedException">The value is nested too deeply, or its type does not travel.</exception>
    public static void Write(MessagePackWriter writer, object? value, int depth = ProtocolLimits.NestingDepth)
    {
        if (depth < 0) throw new NotSupportedException("The value is nested too deeply for a hub message.");
        switch (value)
        {
            case null: writer.WriteNil(); break;
            case bool flag: writer.WriteBoolean(flag); break;
            case string text: writer.WriteString(text); break;
            case Enum name: writer.WriteString(name.ToString()); break;
            case byte[] bytes: writer.WriteBytes(bytes); break;
            case ReadOnlyMemory<byte> bytes: writer.WriteBytes(bytes.Span); break;
            case double number: writer.WriteDouble(number); break;
            case float number: writer.WriteSingle(number); break;
            case ulong number: writer.WriteUInt64(number); break;
            case sbyte or byte or short or ushort or int or uint or long: writer.WriteInt64(Convert.ToInt64(value, CultureInfo.InvariantCulture)); break;
            case IDictionary map: WriteMap(writer, map, depth); break;
            case IEnumerable items: WriteList(writer, items, depth); break;
            case DateTime or DateTimeOffset or TimeSpan or decimal or char: throw new NotSupportedException($"{value.GetType()} does not travel in hub messages.");
            default: WriteRecord(writer, value, depth); break;
        }
    }

    private static void WriteRecord(MessagePackWriter writer, object record, int depth)
    {
        var shape = RecordShape.Of(record.GetType());
        writer.WriteMap(shape.Count);
        foreach (var (name, value) in shape.Values(record))
        {
            writer.WriteString(name);
            Write(writer, value, depth - 1);
        }
    }

    private static void WriteMap(MessagePackWriter writer, IDictionary map, int depth)
    {
        writer.WriteMap(map.Count);
        foreach (DictionaryEntry entry in map)
        {
            writer.WriteString((string)entry.Key);
            Write(writer, entry.Value, depth - 1);
        }
    }

    private static void WriteList(MessagePackWriter writer, IEnumerable items, int depth)
    {
        var list = items as ICollection ?? items.Cast<object?>().ToArray();
        writer.WriteArray(list.Count);
        foreach (var item in list) Write(writer, item, depth - 1);
    }
}
