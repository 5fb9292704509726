using System.Security.Cryptography;
using System.Text;
using CoBrowse.Protocol;
using CoBrowse.Server.Storage;
using CoBrowse.Sessions;
using Microsoft.Extensions.Options;

namespace CoBrowse.Server.Assets;

/// <summary>
/// Assets on disk: a file named by its hash, whose first byte counts the media type that follows it; then the bytes,
/// sealed where they belong to a session. A file is written aside and gets its name when its hash has proved right.
/// </summary>
internal sealed class AssetStore(DataFolder data, SessionKeys keys, IOptions<AssetOptions> options)
{
    public bool Has(AssetScope scope, AssetHash hash) => File.Exists(FileOf(scope, hash));

    public async Task<Refusal?> PutAsync(
        AssetScope scope, AssetHash hash, string mediaType, Stream bytes, CancellationToken cancellationToken)
    {
        var file = FileOf(scope, hash);
        if (File.Exists(file))
            return null;
        var room = options.Value.LargestBytes;
        if (scope is AssetScope.OfSession)
            room = Math.Min(room, options.Value.SessionBytes - BytesIn(Path.GetDirectoryName(file)!));
        var aside = Path.Combine(data.Folder("assets", "incoming"), Guid.NewGuid().ToString("N"));
        try
        {
            AssetHash? found;
            await using (var output = new FileStream(aside, FileMode.CreateNew))
            {
                var type = Encoding.ASCII.GetBytes(mediaType);
                output.WriteByte((byte)type.Length);
                await output.WriteAsync(type, cancellationToken);
                found = await CopyAsync(scope, hash, bytes, output, room, cancellationToken);
            }

            if (found is null)
                return Refusal.TooLarge;
            if (found != hash)
                return Refusal.HashMismatch;
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.Move(aside, file, overwrite: true);
            return null;
        }
        finally
        {
            File.Delete(aside);
        }
    }

    /// <summary>Reads an asset: the session's own first, else the tenant's.</summary>
    public async Task<(string MediaType, byte[] Bytes)?> ReadAsync(
        AssetScope.OfSession scope, AssetHash hash, CancellationToken cancellationToken)
    {
        var own = FileOf(scope, hash);
        var shared = FileOf(new AssetScope.Public(scope.Tenant), hash);
        try
        {
            if (File.Exists(own) && await keys.FindAsync(scope.Session, cancellationToken) is { } key)
            {
                var (type, sealedBytes) = Split(await File.ReadAllBytesAsync(own, cancellationToken));
                return (type, SealedStream.Open(sealedBytes.Span, key, hash.Value));
            }

            if (!File.Exists(shared))
                return null;
            var (sharedType, bytes) = Split(await File.ReadAllBytesAsync(shared, cancellationToken));
            return (sharedType, bytes.ToArray());
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException or CryptographicException)
        {
            // Erased between the question and the answer.
            return null;
        }
    }

    /// <summary>Erases a session's assets. The key goes first: from then on the rest is noise.</summary>
    public async Task EraseAsync(SessionId session, CancellationToken cancellationToken)
    {
        await keys.EraseAsync(session, cancellationToken);
        var folder = SessionFolder(session);
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }

    /// <summary>The sessions that have assets here.</summary>
    public IEnumerable<SessionId> Sessions()
    {
        foreach (var folder in Directory.EnumerateDirectories(data.Folder("assets", "sessions")))
        {
            if (SessionId.TryParse(Path.GetFileName(folder), out var session))
                yield return session;
        }
    }

    private async Task<AssetHash?> CopyAsync(
        AssetScope scope, AssetHash hash, Stream input, Stream output, long room, CancellationToken cancellationToken)
    {
        using var writer = scope is AssetScope.OfSession { Session: var session }
            ? new SealedStream.Writer(output, await keys.GetAsync(session, cancellationToken), hash.Value)
            : null;
        if (writer is not null)
            await writer.BeginAsync(cancellationToken);
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[64 * 1024];
        int read;
        while ((read = await input.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if ((room -= read) < 0)
                return null;
            digest.AppendData(buffer, 0, read);
            if (writer is not null)
                await writer.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            else
                await output.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }

        if (writer is not null)
            await writer.EndAsync(cancellationToken);
        return AssetHash.Of(digest.GetHashAndReset());
    }

    private string FileOf(AssetScope scope, AssetHash hash) => scope switch
    {
        AssetScope.OfSession session => Path.Combine(SessionFolder(session.Session), hash.Value),
        _ => Path.Combine(data.Folder("assets", "public"), FolderNameOf(scope.Tenant), hash.Value[..2], hash.Value),
    };

    private string SessionFolder(SessionId session) => Path.Combine(data.Folder("assets", "sessions"), session.ToString());

    // A tenant's id comes from the configuration and may hold what a file name may not.
    private static string FolderNameOf(TenantId tenant) => Convert.ToHexStringLower(Encoding.UTF8.GetBytes(tenant.Value));

    private static long BytesIn(string folder) =>
        Directory.Exists(folder) ? new DirectoryInfo(folder).EnumerateFiles().Sum(file => file.Length) : 0;

    private static (string MediaType, ReadOnlyMemory<byte> Bytes) Split(byte[] file) =>
        (Encoding.ASCII.GetString(file, 1, file[0]), file.AsMemory(1 + file[0]));
}
