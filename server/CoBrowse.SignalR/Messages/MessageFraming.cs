using System.Buffers;

namespace CoBrowse.SignalR;

/// <summary>The length prefix of a binary hub message: 7 bits a byte, least significant first, at most 5 bytes.</summary>
internal static class MessageFraming
{
    public const int LongestPrefix = 5;

    /// <summary>Reads the prefix at the start of <paramref name="bytes"/>.</summary>
    /// <returns>Bytes of the prefix; 0 where more must arrive first.</returns>
    /// <exception cref="InvalidDataException">It is no length.</exception>
    public static int ReadPrefix(ReadOnlySpan<byte> bytes, out int length)
    {
        length = 0;
        for (var i = 0; i < bytes.Length; i++)
        {
            if (i == LongestPrefix - 1 && bytes[i] > 7) throw new InvalidDataException("A message may not be longer than 2 GB.");
            length |= (bytes[i] & 0x7f) << (7 * i);
            if ((bytes[i] & 0x80) == 0) return i + 1;
        }

        length = 0;
        return 0;
    }

    /// <inheritdoc cref="ReadPrefix(ReadOnlySpan{byte}, out int)" />
    public static int ReadPrefix(in ReadOnlySequence<byte> bytes, out int length)
    {
        var head = bytes.FirstSpan;
        if (head.Length >= LongestPrefix || bytes.IsSingleSegment) return ReadPrefix(head, out length);
        Span<byte> copied = stackalloc byte[LongestPrefix];
        var first = bytes.Slice(0, Math.Min(LongestPrefix, bytes.Length));
        first.CopyTo(copied);
        return ReadPrefix(copied[..(int)first.Length], out length);
    }

    public static int PrefixBytes(int length)
    {
        var bytes = 1;
        while ((length >>= 7) > 0) bytes++;
        return bytes;
    }

    public static void WritePrefix(Span<byte> target, int length)
    {
        var i = 0;
        for (; length > 0x7f; length >>= 7) target[i++] = (byte)(length | 0x80);
        target[i] = (byte)length;
    }

    /// <summary>Takes one whole message off <paramref name="input"/>; false where it has not all arrived.</summary>
    public static bool TryTake(ref ReadOnlySequence<byte> input, out ReadOnlySequence<byte> payload)
    {
        payload = default;
        var prefix = ReadPrefix(input, out var length);
        if (prefix == 0 || input.Length - prefix < length) return false;
        payload = input.Slice(prefix, length);
        input = input.Slice(payload.End);
        return true;
    }
}
