using System.Buffers;

namespace CoBrowse.SignalR;

/// <summary>A growing buffer that owns no memory while it is empty.</summary>
internal sealed class PooledBuffer : IBufferWriter<byte>
{
    private const int LeastBytes = 256;
    private byte[] _bytes = [];

    public int Length { get; private set; }

    public Memory<byte> GetMemory(int sizeHint = 0) => Room(sizeHint).AsMemory(Length);

    public Span<byte> GetSpan(int sizeHint = 0) => Room(sizeHint).AsSpan(Length);

    public void Advance(int count)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, _bytes.Length - Length);
        Length += count;
    }

    public void MoveTo(PooledBuffer other)
    {
        if (other.Length == 0)
        {
            (_bytes, other._bytes) = (other._bytes, _bytes);
            (Length, other.Length) = (0, Length);
        }
        else
        {
            DrainTo(other);
        }
    }

    public void DrainTo(IBufferWriter<byte> output)
    {
        output.Write(_bytes.AsSpan(0, Length));
        Release();
    }

    public void Release()
    {
        if (_bytes.Length > 0) ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = [];
        Length = 0;
    }

    private byte[] Room(int sizeHint)
    {
        if (_bytes.Length - Length >= Math.Max(sizeHint, 1)) return _bytes;
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(LeastBytes, Math.Max(Length + sizeHint, _bytes.Length * 2)));
        _bytes.AsSpan(0, Length).CopyTo(larger);
        if (_bytes.Length > 0) ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = larger;
        return _bytes;
    }
}
