using System.Buffers;
using System.Text;

namespace CoBrowse.Server.Assets;

/// <summary>
/// The media type that an asset's first bytes prove. It follows from the bytes alone, as the hash does, so nobody can
/// give an asset that others share another type than it has.
/// </summary>
internal static class AssetSignature
{
    /// <summary>How many bytes it takes at most.</summary>
    public const int HeadBytes = 4096;

    private static readonly (byte[] Magic, string Type)[] AtStart =
    [
        ([0x89, .. "PNG\r\n\u001a\n"u8], "image/png"),
        ([0xff, 0xd8, 0xff], "image/jpeg"),
        ([.. "GIF87a"u8], "image/gif"),
        ([.. "GIF89a"u8], "image/gif"),
        ([.. "BM"u8], "image/bmp"),
        ([0, 0, 1, 0], "image/x-icon"),
        ([0, 0, 2, 0], "image/x-icon"),
        ([.. "wOFF"u8], "font/woff"),
        ([.. "wOF2"u8], "font/woff2"),
        ([.. "OTTO"u8], "font/otf"),
        ([.. "ttcf"u8], "font/collection"),
        ([.. "true"u8], "font/ttf"),
        ([0, 1, 0, 0], "font/ttf"),
        ([0x1a, 0x45, 0xdf, 0xa3], "video/webm"),
        ([.. "OggS"u8], "video/ogg"),
        ([.. "ID3"u8], "audio/mpeg"),
    ];

    /// <summary>The type of the bytes that begin with <paramref name="head"/>; null where they prove none.</summary>
    public static string? Read(ReadOnlySpan<byte> head)
    {
        // Text first: a style sheet may begin with "BM" or "true", but no image or font is text throughout.
        if (IsText(head))
            return IsDrawing(head) ? "image/svg+xml" : "text/css";
        foreach (var (magic, type) in AtStart)
        {
            if (head.StartsWith(magic))
                return type;
        }

        if (At(head, 0, "RIFF"u8))
            return At(head, 8, "WEBP"u8) ? "image/webp" : At(head, 8, "WAVE"u8) ? "audio/wav" : null;
        if (At(head, 4, "ftyp"u8))
            return At(head, 8, "avif"u8) || At(head, 8, "avis"u8) ? "image/avif" : At(head, 8, "M4A "u8) ? "audio/mp4" : "video/mp4";
        if (At(head, 34, "LP"u8))
            return "application/vnd.ms-fontobject";
        return head is [0xff, _, ..] && (head[1] & 0xe6) == 0xe2 ? "audio/mpeg" : null;
    }

    private static bool At(ReadOnlySpan<byte> head, int offset, ReadOnlySpan<byte> magic) =>
        head.Length >= offset + magic.Length && head.Slice(offset, magic.Length).SequenceEqual(magic);

    // UTF-8 without the control characters that only binary formats have. The head may cut a character in two.
    private static bool IsText(ReadOnlySpan<byte> head)
    {
        while (!head.IsEmpty)
        {
            var status = Rune.DecodeFromUtf8(head, out var rune, out var length);
            if (status == OperationStatus.NeedMoreData)
                return head.Length < 4;
            if (status != OperationStatus.Done || (rune.Value < 0x20 && rune.Value is not ('\t' or '\n' or '\f' or '\r')))
                return false;
            head = head[length..];
        }

        return true;
    }

    // How a drawing begins, after comments. No style sheet begins like that.
    private static bool IsDrawing(ReadOnlySpan<byte> head)
    {
        var text = Encoding.UTF8.GetString(head).AsSpan().TrimStart('\ufeff').TrimStart();
        while (text.StartsWith("<!--"))
        {
            var end = text.IndexOf("-->");
            if (end < 0)
                return false;
            text = text[(end + 3)..].TrimStart();
        }

        return text.StartsWith("<svg", StringComparison.Ordinal)
            || text.StartsWith("<?xml", StringComparison.Ordinal)
            || text.StartsWith("<!doctype svg", StringComparison.OrdinalIgnoreCase);
    }
}
