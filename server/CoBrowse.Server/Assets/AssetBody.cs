using System.IO.Compression;

namespace CoBrowse.Server.Assets;

/// <summary>The bytes of an upload as they were before they were compressed for the way.</summary>
internal static class AssetBody
{
    /// <summary>Null: compressed in a way that is not read here. How far it may inflate is for who reads it.</summary>
    public static Stream? Open(HttpRequest request) => request.Headers.ContentEncoding.ToString() switch
    {
        "" or "identity" => request.Body,
        "gzip" => new GZipStream(request.Body, CompressionMode.Decompress, leaveOpen: true),
        _ => null,
    };
}
