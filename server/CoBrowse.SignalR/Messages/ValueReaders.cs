using System.Collections;
using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;

namespace CoBrowse.SignalR;

/// <summary>Reads one value of a known type off a message.</summary>
internal delegate object? ValueReader(ref MessagePackReader reader);

/// <summary>
/// How each type of argument is read: primitives, bytes, enums by name, arrays, maps with string keys, and records by
/// property name. What a type does not allow, null included where its annotations are known, is an
/// <see cref="InvalidDataException"/>.
/// </summary>
internal static class ValueReaders
{
    private static readonly ConcurrentDictionary<Type, ValueReader> Known = new();

    private static readonly Type[] ListInterfaces =
        [typeof(IReadOnlyList<>), typeof(IReadOnlyCollection<>), typeof(IEnumerable<>), typeof(IList<>), typeof(ICollection<>)];

    private static readonly Type[] MapTypes = [typeof(Dictionary<,>), typeof(IReadOnlyDictionary<,>), typeof(IDictionary<,>)];

    /// <summary>The reader for an argument of that type, cached. Nil is null for every reference type.</summary>
    public static ValueReader For(Type type) => Known.GetOrAdd(type, t => Build(t, null));

    /// <summary>The reader for a member whose annotations are known.</summary>
    public static ValueReader Build(Type type, NullabilityInfo? annotations)
    {
        var inner = Nullable.GetUnderlyingType(type);
        var read = BuildPresent(inner ?? type, annotations);
        var nullable = inner is not null || (!type.IsValueType && annotations?.WriteState is not NullabilityState.NotNull);
        if (!nullable) return read;
        return (ref MessagePackReader reader) => reader.TryReadNil() ? null : read(ref reader);
    }

    private static ValueReader BuildPresent(Type type, NullabilityInfo? annotations)
    {
        if (type.IsEnum) return EnumByName(type);
        if (type == typeof(byte[])) return (ref MessagePackReader reader) => reader.ReadBytes().ToArray();
        if (type == typeof(ReadOnlyMemory<byte>)) return (ref MessagePackReader reader) => new ReadOnlyMemory<byte>(reader.ReadBytes().ToArray());
        if (type == typeof(object)) return (ref MessagePackReader reader) => Natural(ref reader);
        if (type.IsArray) return List(type.GetElementType()!, annotations?.ElementType);
        if (type.IsGenericType)
        {
            var definition = type.GetGenericTypeDefinition();
            var arguments = type.GetGenericArguments();
            if (definition == typeof(List<>)) return ListOf(type, arguments[0], annotations?.GenericTypeArguments[0]);
            if (ListInterfaces.Contains(definition)) return List(arguments[0], annotations?.GenericTypeArguments[0]);
            if (MapTypes.Contains(definition) && arguments[0] == typeof(string)) return Map(arguments[1], annotations?.GenericTypeArguments[1]);
        }

        return Type.GetTypeCode(type) switch
        {
            TypeCode.Boolean => (ref MessagePackReader reader) => reader.ReadBoolean(),
            TypeCode.String => (ref MessagePackReader reader) => reader.ReadString(),
            TypeCode.Double => (ref MessagePackReader reader) => reader.ReadDouble(),
            TypeCode.Single => (ref MessagePackReader reader) => (float)reader.ReadDouble(),
            TypeCode.Int64 => (ref MessagePackReader reader) => reader.ReadInt64(),
            TypeCode.Byte or TypeCode.SByte or TypeCode.Int16 or TypeCode.UInt16 or TypeCode.Int32 or TypeCode.UInt32 or TypeCode.UInt64 =>
                (ref MessagePackReader reader) => Fit(reader.ReadInt64(), type),
            TypeCode.Object => Record(type),
            _ => throw new NotSupportedException($"{type} does not travel in hub messages."),
        };
    }

    private static ValueReader Record(Type type)
    {
        // A record may contain itself, so its shape is looked up when the first value comes.
        return (ref MessagePackReader reader) => RecordShape.Of(type).Read(ref reader);
    }

    private static ValueReader EnumByName(Type type)
    {
        var values = Enum.GetNames(type).ToDictionary(name => name, name => Enum.Parse(type, name), StringComparer.Ordinal);
        return (ref MessagePackReader reader) =>
            values.TryGetValue(reader.ReadString(), out var value) ? value : throw new InvalidDataException($"No such {type.Name}.");
    }

    private static ValueReader List(Type element, NullabilityInfo? annotations)
    {
        var read = Build(element, annotations);
        return (ref MessagePackReader reader) =>
        {
            var items = Array.CreateInstance(element, reader.EnterArray());
            for (var i = 0; i < items.Length; i++) items.SetValue(read(ref reader), i);
            reader.Leave();
            return items;
        };
    }

    private static ValueReader ListOf(Type list, Type element, NullabilityInfo? annotations)
    {
        var read = List(element, annotations);
        return (ref MessagePackReader reader) => Activator.CreateInstance(list, read(ref reader));
    }

    private static ValueReader Map(Type value, NullabilityInfo? annotations)
    {
        var read = Build(value, annotations);
        var type = typeof(Dictionary<,>).MakeGenericType(typeof(string), value);
        return (ref MessagePackReader reader) =>
        {
            var map = (IDictionary)Activator.CreateInstance(type)!;
            for (var left = reader.EnterMap(); left > 0; left--)
            {
                var key = reader.ReadString();
                map[key] = read(ref reader);
            }

            reader.Leave();
            return map;
        };
    }

    private static object? Natural(ref MessagePackReader reader) => reader.Kind switch
    {
        MessagePackKind.Nil => reader.TryReadNil() ? null : null,
        MessagePackKind.Boolean => reader.ReadBoolean(),
        MessagePackKind.Integer => reader.ReadInt64(),
        MessagePackKind.Float => reader.ReadDouble(),
        MessagePackKind.String => reader.ReadString(),
        MessagePackKind.Bytes => reader.ReadBytes().ToArray(),
        MessagePackKind.Array => For(typeof(object[]))(ref reader),
        MessagePackKind.Map => For(typeof(Dictionary<string, object>))(ref reader),
        var kind => throw new InvalidDataException($"{kind} is no argument."),
    };

    private static object Fit(long value, Type type)
    {
        try
        {
            return Convert.ChangeType(value, type, CultureInfo.InvariantCulture);
        }
        catch (OverflowException)
        {
            throw new InvalidDataException($"{value} is no {type.Name}.");
        }
    }
}
