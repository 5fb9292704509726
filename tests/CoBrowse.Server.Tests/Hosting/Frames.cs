using System.Buffers.Binary;
using CoBrowse.Protocol;

namespace CoBrowse.Server.Tests.Hosting;

/// <summary>Frames with valid heads and recognisable bodies.</summary>
internal static class Frames
{
    /// <summary>A whole keyframe in one frame.</summary>
    public static byte[] Keyframe(uint epoch, byte content) => Frame(FrameKind.Snapshot, FrameMarks.Keyframe | FrameMarks.Last, epoch, 0, content);

    public static byte[] Update(uint epoch, uint sequence, byte content) => Frame(FrameKind.Update, FrameMarks.None, epoch, sequence, content);

    public static byte[] OfClass(byte of, uint epoch, uint sequence, byte content) =>
        Frame(FrameKind.Update, FrameMarks.None, epoch, sequence | ((uint)of << 24), content);

    private static byte[] Frame(FrameKind kind, FrameMarks marks, uint epoch, uint sequence, byte content)
    {
        var frame = new byte[20];
        frame[0] = (byte)((1 << 4) | (byte)kind);
        frame[1] = (byte)marks;
        BinaryPrimitives.WriteUInt32LittleEndian(frame.AsSpan(4), epoch);
        BinaryPrimitives.WriteUInt32LittleEndian(frame.AsSpan(8), sequence);
        frame.AsSpan(16).Fill(content);
        return frame;
    }
}
