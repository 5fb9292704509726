using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using CoBrowse.Storage.Keys;

namespace CoBrowse.Server.Assets;

/// <summary>
/// AES-GCM over a stream, in segments, so that nothing has to be held whole to be sealed:
/// <code>
/// 7 random bytes, then for each segment: ciphertext (64 KB; the last one shorter or empty), 16 bytes of tag
/// nonce = the 7 bytes, the segment's number (4 bytes), 1 for the last segment else 0
/// </code>
/// A segment that was moved, dropped or cut off does not open. The associated data is the asset's hash.
/// </summary>
internal static class SealedStream
{
    public const int KeyBytes = SessionKeys.KeyBytes;
    private const int Segment = 64 * 1024;
    private const int Tag = 16;
    private const int Prefix = 7;

    public sealed class Writer(Stream output, byte[] key, string associated) : IDisposable
    {
        private readonly AesGcm cipher = new(key, Tag);
        private readonly byte[] data = Encoding.ASCII.GetBytes(associated);
        private readonly byte[] pending = new byte[Segment];
        private readonly byte[] sealedBytes = new byte[Segment + Tag];
        private readonly byte[] prefix = RandomNumberGenerator.GetBytes(Prefix);
        private int filled;
        private uint number;

        public async Task BeginAsync(CancellationToken cancellationToken) => await output.WriteAsync(prefix, cancellationToken);

        public async Task WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
        {
            while (!bytes.IsEmpty)
            {
                if (filled == Segment)
                    await FlushAsync(last: false, cancellationToken);
                var take = Math.Min(bytes.Length, Segment - filled);
                bytes[..take].CopyTo(pending.AsMemory(filled));
                filled += take;
                bytes = bytes[take..];
            }
        }

        public Task EndAsync(CancellationToken cancellationToken) => FlushAsync(last: true, cancellationToken);

        public void Dispose() => cipher.Dispose();

        private async Task FlushAsync(bool last, CancellationToken cancellationToken)
        {
            cipher.Encrypt(
                Nonce(prefix, number++, last), pending.AsSpan(0, filled),
                sealedBytes.AsSpan(0, filled), sealedBytes.AsSpan(filled, Tag), data);
            await output.WriteAsync(sealedBytes.AsMemory(0, filled + Tag), cancellationToken);
            filled = 0;
        }
    }

    /// <summary>Opens what <see cref="Writer"/> sealed.</summary>
    /// <exception cref="CryptographicException">Another key, another hash, or damaged bytes.</exception>
    public static byte[] Open(ReadOnlySpan<byte> file, byte[] key, string associated)
    {
        if (file.Length < Prefix + Tag)
            throw new CryptographicException("The file is cut off.");
        using var cipher = new AesGcm(key, Tag);
        var data = Encoding.ASCII.GetBytes(associated);
        var prefix = file[..Prefix];
        file = file[Prefix..];
        var segments = Math.Max(1, (file.Length + Segment + Tag - 1) / (Segment + Tag));
        var plain = new byte[file.Length - (segments * Tag)];
        var written = 0;
        for (uint number = 0; number < segments; number++)
        {
            var last = number == segments - 1;
            var length = last ? file.Length - Tag : Segment;
            cipher.Decrypt(
                Nonce(prefix, number, last), file[..length], file.Slice(length, Tag), plain.AsSpan(written, length), data);
            written += length;
            file = file[(length + Tag)..];
        }

        return plain;
    }

    private static byte[] Nonce(ReadOnlySpan<byte> prefix, uint number, bool last)
    {
        var nonce = new byte[12];
        prefix.CopyTo(nonce);
        BinaryPrimitives.WriteUInt32BigEndian(nonce.AsSpan(Prefix), number);
        nonce[11] = last ? (byte)1 : (byte)0;
        return nonce;
    }
}
