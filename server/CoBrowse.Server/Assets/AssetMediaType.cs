using System.Collections.Frozen;

namespace CoBrowse.Server.Assets;

/// <summary>What an asset may be: what a replica shows, and nothing that runs.</summary>
internal static class AssetMediaType
{
    private static readonly FrozenSet<string> Allowed = FrozenSet.ToFrozenSet(
    [
        "text/css",
        "image/png", "image/jpeg", "image/gif", "image/webp", "image/avif", "image/bmp", "image/apng",
        "image/x-icon", "image/vnd.microsoft.icon", "image/svg+xml",
        "font/woff", "font/woff2", "font/ttf", "font/otf", "font/collection",
        "application/font-woff", "application/font-woff2", "application/x-font-woff", "application/x-font-ttf",
        "application/x-font-opentype", "application/font-sfnt", "application/vnd.ms-fontobject",
        "video/mp4", "video/webm", "video/ogg", "audio/mpeg", "audio/mp4", "audio/ogg", "audio/webm", "audio/wav",
    ]);

    /// <summary>The bare media type if it is allowed. Style sheets are stored as UTF-8, so a charset says nothing new.</summary>
    public static string? Read(string? contentType)
    {
        var type = contentType?.Split(';', 2)[0].Trim().ToLowerInvariant();
        return type is not null && Allowed.Contains(type) ? type : null;
    }

    public static string ToHeader(string type) => type == "text/css" ? "text/css; charset=utf-8" : type;

    /// <summary>Whether a browser that fetches for <paramref name="destination"/> may have it.</summary>
    public static bool Suits(string type, string? destination) => destination switch
    {
        // No such header: a browser of the past, or no browser. The sandbox in the answer still holds.
        null or "" or "empty" => true,
        "image" => type.StartsWith("image/", StringComparison.Ordinal),
        "style" => type == "text/css",
        "font" => type.Contains("font", StringComparison.Ordinal),
        "video" or "audio" => type.StartsWith("video/", StringComparison.Ordinal) || type.StartsWith("audio/", StringComparison.Ordinal),
        _ => false,
    };
}
