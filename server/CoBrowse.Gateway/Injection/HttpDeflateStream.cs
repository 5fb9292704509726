using System.IO.Compression;

namespace CoBrowse.Gateway.Injection;

/// <summary>
/// Decodes <c>Content-Encoding: deflate</c>, which is zlib by its specification and raw deflate by some servers'
/// practice. The first two bytes tell.
/// </summary>
internal sealed class HttpDeflateStream(Stream body) : ReadOnlyStream
{
    private Stream? _decoder;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        _decoder ??= await OpenAsync(cancellationToken);
        return await _decoder.ReadAsync(buffer, cancellationToken);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            (_decoder ?? body).Dispose();
        base.Dispose(disposing);
    }

    private async Task<Stream> OpenAsync(CancellationToken cancellationToken)
    {
        var start = new byte[2];
        var read = await body.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, cancellationToken);
        var whole = new PrefixedStream(start.AsMemory(0, read), body);
        var zlib = read == 2 && (start[0] & 0x0f) == 8 && ((start[0] << 8) | start[1]) % 31 == 0;
        return zlib ? new ZLibStream(whole, CompressionMode.Decompress) : new DeflateStream(whole, CompressionMode.Decompress);
    }
}
