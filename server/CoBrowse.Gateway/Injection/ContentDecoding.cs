using System.IO.Compression;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace CoBrowse.Gateway.Injection;

/// <summary>
/// The content encodings that the gateway reads. A page leaves the gateway decoded, so that the browser needs no
/// second compression on the last, usually local, piece of the way.
/// </summary>
internal static class ContentDecoding
{
    private static readonly string[] Known = ["gzip", "x-gzip", "br", "deflate", "identity"];

    /// <summary>The encodings of a response in the order in which they were applied; null if one of them is unknown.</summary>
    public static IReadOnlyList<string>? Read(StringValues header)
    {
        var encodings = header
            .SelectMany(line => (line ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            .Select(encoding => encoding.ToLowerInvariant())
            .ToList();
        return encodings.All(Known.Contains) ? encodings : null;
    }

    /// <summary>Undoes the encodings, last applied first, without reading ahead more than a decoder must.</summary>
    public static Stream Decode(Stream body, IReadOnlyList<string> encodings)
    {
        foreach (var encoding in encodings.Reverse())
        {
            body = encoding switch
            {
                "gzip" or "x-gzip" => new GZipStream(body, CompressionMode.Decompress),
                "br" => new BrotliStream(body, CompressionMode.Decompress),
                "deflate" => new HttpDeflateStream(body),
                _ => body,
            };
        }

        return body;
    }

    /// <summary>
    /// Narrows what a browser accepts to what the gateway can read: zstd and shared dictionaries are left out, and so
    /// is the wildcard. Without a word about encodings a portal could choose any, hence <c>identity</c>.
    /// </summary>
    public static string Accept(StringValues header)
    {
        if (!StringWithQualityHeaderValue.TryParseList(header.OfType<string>().ToList(), out var accepted))
            return "identity";
        var readable = accepted.Where(value => Known.Contains(value.Value.ToString(), StringComparer.OrdinalIgnoreCase)).Select(value => value.ToString());
        var joined = string.Join(", ", readable);
        return joined.Length > 0 ? joined : "identity";
    }
}
