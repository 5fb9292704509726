using System.Buffers.Binary;
using System.Diagnostics;

namespace CoBrowse.Benchmarks.Load;

/// <summary>The time in microseconds at which a frame was due, in its header's time field.</summary>
internal static class Stamp
{
    private const int Offset = 12;

    public static uint Now => (uint)(Stopwatch.GetTimestamp() / (Stopwatch.Frequency / 1_000_000));

    public static void Write(Span<byte> frame, uint due) => BinaryPrimitives.WriteUInt32LittleEndian(frame[Offset..], due);

    public static uint Read(ReadOnlySpan<byte> frame) => frame.Length < Offset + 4 ? 0 : BinaryPrimitives.ReadUInt32LittleEndian(frame[Offset..]);

    public static double MillisecondsSince(uint due) => unchecked((int)(Now - due)) / 1000.0;
}
