using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace CoBrowse.SignalR;

/// <summary>Writes MessagePack in its shortest form, as the official client does.</summary>
internal readonly struct MessagePackWriter(IBufferWriter<byte> output)
{
    public void WriteNil() => Code(0xc0);

    public void WriteBoolean(bool value) => Code(value ? (byte)0xc3 : (byte)0xc2);

    public void WriteInt64(long value)
    {
        switch (value)
        {
            case >= 0: WriteUInt64((ulong)value); break;
            case >= -32: Code((byte)value); break;
            case >= sbyte.MinValue: Head(0xd0, 1)[1] = (byte)value; output.Advance(2); break;
            case >= short.MinValue: BinaryPrimitives.WriteInt16BigEndian(Head(0xd1, 2)[1..], (short)value); output.Advance(3); break;
            case >= int.MinValue: BinaryPrimitives.WriteInt32BigEndian(Head(0xd2, 4)[1..], (int)value); output.Advance(5); break;
            default: BinaryPrimitives.WriteInt64BigEndian(Head(0xd3, 8)[1..], value); output.Advance(9); break;
        }
    }

    public void WriteUInt64(ulong value)
    {
        switch (value)
        {
            case <= 0x7f: Code((byte)value); break;
            case <= uint.MaxValue: Sized(0xcc, 0xcd, 0xce, (uint)value); break;
            default: BinaryPrimitives.WriteUInt64BigEndian(Head(0xcf, 8)[1..], value); output.Advance(9); break;
        }
    }

    public void WriteDouble(double value)
    {
        BinaryPrimitives.WriteDoubleBigEndian(Head(0xcb, 8)[1..], value);
        output.Advance(9);
    }

    public void WriteSingle(float value)
    {
        BinaryPrimitives.WriteSingleBigEndian(Head(0xca, 4)[1..], value);
        output.Advance(5);
    }

    public void WriteString(string value)
    {
        var bytes = Encoding.UTF8.GetByteCount(value);
        if (bytes <= 31) Code((byte)(0xa0 | bytes));
        else Sized(0xd9, 0xda, 0xdb, (uint)bytes);
        output.Advance(Encoding.UTF8.GetBytes(value, output.GetSpan(bytes)));
    }

    public void WriteBytes(ReadOnlySpan<byte> value)
    {
        Sized(0xc4, 0xc5, 0xc6, (uint)value.Length);
        output.Write(value);
    }

    public void WriteArray(int count) => Counted(0x90, 0xdc, count);

    public void WriteMap(int count) => Counted(0x80, 0xde, count);

    /// <summary>Bytes that are MessagePack already.</summary>
    public void WriteRaw(ReadOnlySequence<byte> value)
    {
        foreach (var part in value) output.Write(part.Span);
    }

    private void Counted(byte fix, byte code16, int count)
    {
        if (count <= 15) Code((byte)(fix | count));
        else Sized(null, code16, (byte)(code16 + 1), (uint)count);
    }

    private void Sized(byte? code8, byte code16, byte code32, uint size)
    {
        if (size <= byte.MaxValue && code8 is { } code)
        {
            Head(code, 1)[1] = (byte)size;
            output.Advance(2);
        }
        else if (size <= ushort.MaxValue)
        {
            BinaryPrimitives.WriteUInt16BigEndian(Head(code16, 2)[1..], (ushort)size);
            output.Advance(3);
        }
        else
        {
            BinaryPrimitives.WriteUInt32BigEndian(Head(code32, 4)[1..], size);
            output.Advance(5);
        }
    }

    private void Code(byte code)
    {
        output.GetSpan(1)[0] = code;
        output.Advance(1);
    }

    private Span<byte> Head(byte code, int more)
    {
        var span = output.GetSpan(1 + more);
        span[0] = code;
        return span;
    }
}
