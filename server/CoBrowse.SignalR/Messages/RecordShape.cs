using System.Collections.Concurrent;
using System.Reflection;

namespace CoBrowse.SignalR;

/// <summary>
/// A record on the wire: a map keyed by its C# property names. Keys that it does not know are ignored; a missing key is
/// null where the property may be null, and refused where not.
/// </summary>
internal sealed class RecordShape
{
    private static readonly ConcurrentDictionary<Type, RecordShape> Known = new();

    private readonly Type _type;
    private readonly ConstructorInfo _constructor;
    private readonly Member[] _members;
    private readonly Dictionary<string, int> _index = new(StringComparer.Ordinal);

    private RecordShape(Type type)
    {
        _type = type;
        var properties = type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => p.GetMethod is { IsPublic: true } && p.GetIndexParameters().Length == 0)
            .ToDictionary(p => p.Name, StringComparer.Ordinal);
        _constructor = type.GetConstructors().OrderByDescending(c => c.GetParameters().Length)
            .FirstOrDefault(c => c.GetParameters().All(p => properties.ContainsKey(p.Name!)))
            ?? throw new NotSupportedException($"{type} has no constructor from its properties, so it does not travel in hub messages.");
        var nullability = new NullabilityInfoContext();
        _members = [.. _constructor.GetParameters().Select(p => new Member(properties[p.Name!], ValueReaders.Build(p.ParameterType, nullability.Create(p)), MayBeNull(p, nullability)))];
        for (var i = 0; i < _members.Length; i++) _index[_members[i].Property.Name] = i;
    }

    /// <summary>Names and values of <paramref name="record"/>, in the order of its constructor.</summary>
    public IEnumerable<(string Name, object? Value)> Values(object record) =>
        _members.Select(m => (m.Property.Name, m.Property.GetValue(record)));

    public int Count => _members.Length;

    public static RecordShape Of(Type type) => Known.GetOrAdd(type, t => new RecordShape(t));

    public object Read(ref MessagePackReader reader)
    {
        var values = new object?[_members.Length];
        Span<bool> present = stackalloc bool[values.Length];
        for (var left = reader.EnterMap(); left > 0; left--)
        {
            if (_index.TryGetValue(reader.ReadString(), out var i))
            {
                values[i] = _members[i].Read(ref reader);
                present[i] = true;
            }
            else
            {
                reader.Skip();
            }
        }

        reader.Leave();
        for (var i = 0; i < values.Length; i++)
        {
            if (!present[i] && !_members[i].MayBeNull) throw new InvalidDataException($"{_type.Name} lacks {_members[i].Property.Name}.");
        }

        return _constructor.Invoke(BindingFlags.DoNotWrapExceptions, null, values, null);
    }

    private static bool MayBeNull(ParameterInfo parameter, NullabilityInfoContext nullability) =>
        parameter.ParameterType.IsValueType
            ? Nullable.GetUnderlyingType(parameter.ParameterType) is not null
            : nullability.Create(parameter).WriteState is not NullabilityState.NotNull;

    private sealed record Member(PropertyInfo Property, ValueReader Read, bool MayBeNull);
}
