using System.Buffers.Binary;

namespace CoBrowse.Protocol;

/// <summary>
/// The fixed head of every frame, 16 bytes, little-endian; the node reads nothing behind it.
/// <code>
/// 0      version (high 4 bits) and kind (low 4 bits)
/// 1      marks
/// 2..3   stream
/// 4..7   epoch
/// 8..11  sequence (low 24 bits) and class (high 8 bits)
/// 12..15 source time
/// </code>
/// </summary>
/// <param name="Kind">What the body carries.</param>
/// <param name="Marks">Where a keyframe begins and ends, and whether the body is deflate-raw.</param>
/// <param name="Class">Who may see it; 0 is everybody.</param>
/// <param name="Stream">A tab or cross-origin iframe of the session.</param>
/// <param name="Epoch">Random 32 bits, one per document and capture.</param>
/// <param name="Sequence">Counts from 0 per epoch, stream and class, without gaps; 24 bits.</param>
/// <param name="Time">Milliseconds since the epoch began.</param>
public readonly record struct FrameHeader(
    FrameKind Kind, FrameMarks Marks, byte Class, ushort Stream, uint Epoch, int Sequence, uint Time)
{
    /// <summary>Length of a header in bytes.</summary>
    public const int Bytes = 16;

    /// <summary>Largest sequence number.</summary>
    public const int LargestSequence = 0xffffff;

    /// <summary>Reads the head of <paramref name="frame"/>; false where it is no frame of this version.</summary>
    public static bool TryRead(ReadOnlySpan<byte> frame, out FrameHeader header)
    {
        header = default;
        if (frame.Length < Bytes || frame[0] >> 4 != ProtocolVersion.Current) return false;
        var kind = (FrameKind)(frame[0] & 15);
        if (kind is not (FrameKind.Snapshot or FrameKind.Update or FrameKind.Presence)) return false;
        var counted = BinaryPrimitives.ReadUInt32LittleEndian(frame[8..]);
        header = new FrameHeader(
            kind,
            (FrameMarks)frame[1],
            (byte)(counted >> 24),
            BinaryPrimitives.ReadUInt16LittleEndian(frame[2..]),
            BinaryPrimitives.ReadUInt32LittleEndian(frame[4..]),
            (int)(counted & LargestSequence),
            BinaryPrimitives.ReadUInt32LittleEndian(frame[12..]));
        return true;
    }

    /// <summary>Writes the header into the first 16 bytes of <paramref name="frame"/>.</summary>
    public void Write(Span<byte> frame)
    {
        frame[0] = (byte)((ProtocolVersion.Current << 4) | (int)Kind);
        frame[1] = (byte)Marks;
        BinaryPrimitives.WriteUInt16LittleEndian(frame[2..], Stream);
        BinaryPrimitives.WriteUInt32LittleEndian(frame[4..], Epoch);
        BinaryPrimitives.WriteUInt32LittleEndian(frame[8..], ((uint)Class << 24) | (uint)(Sequence & LargestSequence));
        BinaryPrimitives.WriteUInt32LittleEndian(frame[12..], Time);
    }
}
