using System.Buffers.Binary;
using System.Text;

namespace CoBrowse.SignalR;

/// <summary>
/// Reads MessagePack from the bytes of one message that has wholly arrived. A length that points beyond them is
/// refused before anything is allocated for it. Every mistake is an <see cref="InvalidDataException"/>.
/// </summary>
internal ref struct MessagePackReader(ReadOnlySpan<byte> bytes, int depth)
{
    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);
    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private int _at;
    private int _depth = depth;

    public readonly MessagePackKind Kind => MessagePackKinds.Of(_at < _bytes.Length ? _bytes[_at] : throw Short());

    public bool TryReadNil()
    {
        if (Kind != MessagePackKind.Nil) return false;
        _at++;
        return true;
    }

    public bool ReadBoolean() => Byte() switch { 0xc2 => false, 0xc3 => true, var code => throw Unexpected("a boolean", code) };

    public long ReadInt64()
    {
        var code = Byte();
        return code switch
        {
            <= 0x7f => code,
            >= 0xe0 => (sbyte)code,
            0xcc => Byte(),
            0xcd => BinaryPrimitives.ReadUInt16BigEndian(Take(2)),
            0xce => BinaryPrimitives.ReadUInt32BigEndian(Take(4)),
            0xcf => BinaryPrimitives.ReadUInt64BigEndian(Take(8)) is var large and <= long.MaxValue ? (long)large : throw Range(),
            0xd0 => (sbyte)Byte(),
            0xd1 => BinaryPrimitives.ReadInt16BigEndian(Take(2)),
            0xd2 => BinaryPrimitives.ReadInt32BigEndian(Take(4)),
            0xd3 => BinaryPrimitives.ReadInt64BigEndian(Take(8)),
            _ => throw Unexpected("an integer", code),
        };
    }

    /// <summary>A number; whole ones arrive from JavaScript as integers.</summary>
    public double ReadDouble()
    {
        if (Kind == MessagePackKind.Integer) return ReadInt64();
        return Byte() switch
        {
            0xca => BinaryPrimitives.ReadSingleBigEndian(Take(4)),
            0xcb => BinaryPrimitives.ReadDoubleBigEndian(Take(8)),
            var code => throw Unexpected("a number", code),
        };
    }

    public string ReadString()
    {
        try
        {
            return StrictUtf8.GetString(ReadUtf8());
        }
        catch (DecoderFallbackException)
        {
            throw new InvalidDataException("A string is not UTF-8.");
        }
    }

    public ReadOnlySpan<byte> ReadUtf8()
    {
        var code = Byte();
        return Take(code switch
        {
            >= 0xa0 and <= 0xbf => code & 31,
            0xd9 => Byte(),
            0xda => BinaryPrimitives.ReadUInt16BigEndian(Take(2)),
            0xdb => BinaryPrimitives.ReadUInt32BigEndian(Take(4)),
            _ => throw Unexpected("a string", code),
        });
    }

    public ReadOnlySpan<byte> ReadBytes()
    {
        var code = Byte();
        return Take(code switch
        {
            0xc4 => Byte(),
            0xc5 => BinaryPrimitives.ReadUInt16BigEndian(Take(2)),
            0xc6 => BinaryPrimitives.ReadUInt32BigEndian(Take(4)),
            _ => throw Unexpected("bytes", code),
        });
    }

    /// <summary>Goes into an array; <see cref="Leave"/> when its elements are read.</summary>
    public int EnterArray()
    {
        var code = Byte();
        return Enter(code switch
        {
            >= 0x90 and <= 0x9f => code & 15u,
            0xdc => BinaryPrimitives.ReadUInt16BigEndian(Take(2)),
            0xdd => BinaryPrimitives.ReadUInt32BigEndian(Take(4)),
            _ => throw Unexpected("an array", code),
        }, 1);
    }

    /// <summary>Goes into a map; <see cref="Leave"/> when its keys and values are read.</summary>
    public int EnterMap()
    {
        var code = Byte();
        return Enter(code switch
        {
            >= 0x80 and <= 0x8f => code & 15u,
            0xde => BinaryPrimitives.ReadUInt16BigEndian(Take(2)),
            0xdf => BinaryPrimitives.ReadUInt32BigEndian(Take(4)),
            _ => throw Unexpected("a map", code),
        }, 2);
    }

    public void Leave() => _depth++;

    /// <summary>Passes over one value, whatever it is, and returns its bytes.</summary>
    public ReadOnlySpan<byte> Skip()
    {
        var start = _at;
        switch (Kind)
        {
            case MessagePackKind.Nil or MessagePackKind.Boolean: _at++; break;
            case MessagePackKind.Integer: SkipInteger(); break;
            case MessagePackKind.Float: ReadDouble(); break;
            case MessagePackKind.String: ReadUtf8(); break;
            case MessagePackKind.Bytes: ReadBytes(); break;
            case MessagePackKind.Array: SkipAll(EnterArray()); break;
            case MessagePackKind.Map: SkipAll(2 * EnterMap()); break;
            case MessagePackKind.Extension: SkipExtension(); break;
            case var kind: throw new InvalidDataException($"{kind} is no MessagePack value.");
        }

        return _bytes[start.._at];
    }

    private void SkipAll(int values)
    {
        for (; values > 0; values--) Skip();
        Leave();
    }

    private void SkipInteger() => Take(Byte() switch { 0xcc or 0xd0 => 1, 0xcd or 0xd1 => 2, 0xce or 0xd2 => 4, 0xcf or 0xd3 => 8, _ => 0 });

    private void SkipExtension()
    {
        var code = Byte();
        uint length = code switch
        {
            >= 0xd4 and <= 0xd8 => 1u << (code - 0xd4),
            0xc7 => Byte(),
            0xc8 => BinaryPrimitives.ReadUInt16BigEndian(Take(2)),
            _ => BinaryPrimitives.ReadUInt32BigEndian(Take(4)),
        };
        Take(1);
        Take(length);
    }

    private int Enter(uint count, int leastBytes)
    {
        // Every element takes a byte at least, so a count beyond the bytes that are there is a lie.
        if ((long)count * leastBytes > _bytes.Length - _at) throw Short();
        if (--_depth < 0) throw new InvalidDataException("The message is nested too deeply.");
        return (int)count;
    }

    private byte Byte() => _at < _bytes.Length ? _bytes[_at++] : throw Short();

    private ReadOnlySpan<byte> Take(long count)
    {
        if (count > _bytes.Length - _at) throw Short();
        var taken = _bytes.Slice(_at, (int)count);
        _at += (int)count;
        return taken;
    }

    private static InvalidDataException Short() => new("The message ends too early.");

    private static InvalidDataException Range() => new("The integer does not fit.");

    private static InvalidDataException Unexpected(string wanted, byte code) => new($"Expected {wanted}, found 0x{code:x2}.");
}
