using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using CoBrowse.Protocol;
using CoBrowse.Server.Storage;
using CoBrowse.Sessions;
using CoBrowse.Storage.Keys;
using Microsoft.Extensions.Options;

namespace CoBrowse.Server.Assets;

/// <summary>
/// Assets on disk: a file named by its hash, whose first byte counts the media type that follows it; then the bytes,
/// sealed where they belong to a session. A file is written aside and gets its name when its hash has proved right.
/// </summary>
internal sealed class AssetStore(DataFolder data, SessionKeys keys, PublicAssets shared, IOptions<AssetOptions> options)
{
    // What each session has given to its tenant since this node started.
    private readonly ConcurrentDictionary<SessionId, long> given = new();

    /// <summary>Whether readers of <paramref name="scope"/> have it: a session has what its tenant shares as well.</summary>
    public bool Has(AssetScope scope, AssetHash hash)
    {
        if (scope is AssetScope.OfSession && File.Exists(FileOf(scope, hash)))
            return true;
        var file = shared.FileOf(scope.Tenant, hash);
        if (!File.Exists(file))
            return false;
        shared.Used(file);
        return true;
    }

    /// <summary>
    /// Stores what <paramref name="session"/> uploads. The type is the one that the bytes prove; where they prove none,
    /// a session may still name it for its own assets, but not for those that it shares.
    /// </summary>
    public async Task<Refusal?> PutAsync(
        AssetScope scope, SessionId session, AssetHash hash, string named, Stream bytes, CancellationToken cancellationToken)
    {
        var file = FileOf(scope, hash);
        if (File.Exists(file))
            return null;
        var used = BytesIn(SessionFolder(session)) + given.GetValueOrDefault(session);
        var room = Math.Min(options.Value.LargestBytes, options.Value.SessionBytes - used);
        var head = new byte[AssetSignature.HeadBytes];
        var headLength = await bytes.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellationToken);
        var mediaType = AssetSignature.Read(head.AsSpan(0, headLength)) ?? (scope is AssetScope.OfSession ? named : null);
        if (mediaType is null)
            return Refusal.InvalidRequest;
        var aside = Path.Combine(data.Folder("assets", "incoming"), Guid.NewGuid().ToString("N"));
        try
        {
            AssetHash? found;
            await using (var output = new FileStream(aside, FileMode.CreateNew))
            {
                var type = Encoding.ASCII.GetBytes(mediaType);
                output.WriteByte((byte)type.Length);
                await output.WriteAsync(type, cancellationToken);
                found = await CopyAsync(scope, hash, head.AsMemory(0, headLength), bytes, output, room, cancellationToken);
            }

            if (found is null)
                return Refusal.TooLarge;
            if (found != hash)
                return Refusal.HashMismatch;
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.Move(aside, file, overwrite: true);
            if (scope is AssetScope.Public)
            {
                given.AddOrUpdate(session, new FileInfo(file).Length, (_, bytes) => bytes + new FileInfo(file).Length);
                shared.Stored(scope.Tenant, file);
            }

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
        var common = shared.FileOf(scope.Tenant, hash);
        try
        {
            if (File.Exists(own) && await keys.FindAsync(scope.Session, Purpose.Assets, cancellationToken) is { } key)
            {
                var (type, sealedBytes) = Split(await File.ReadAllBytesAsync(own, cancellationToken));
                return (type, SealedStream.Open(sealedBytes.Span, key, hash.Value));
            }

            if (!File.Exists(common))
                return null;
            shared.Used(common);
            var (sharedType, bytes) = Split(await File.ReadAllBytesAsync(common, cancellationToken));
            return (sharedType, bytes.ToArray());
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException or CryptographicException)
        {
            // Erased between the question and the answer.
            return null;
        }
    }

    /// <summary>Counts no longer what a session gives, since it is over.</summary>
    public void Ended(SessionId session) => given.TryRemove(session, out _);

    /// <summary>Removes the files of a session's assets, whose key is erased: they are noise by now.</summary>
    public void Remove(SessionId session)
    {
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
        AssetScope scope, AssetHash hash, ReadOnlyMemory<byte> head, Stream input, Stream output, long room,
        CancellationToken cancellationToken)
    {
        using var writer = scope is AssetScope.OfSession { Session: var session }
            ? new SealedStream.Writer(output, await keys.GetAsync(session, Purpose.Assets, cancellationToken), hash.Value)
            : null;
        if (writer is not null)
            await writer.BeginAsync(cancellationToken);
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[64 * 1024];
        for (var part = head; !part.IsEmpty; part = buffer.AsMemory(0, await input.ReadAsync(buffer, cancellationToken)))
        {
            if ((room -= part.Length) < 0)
                return null;
            digest.AppendData(part.Span);
            if (writer is not null)
                await writer.WriteAsync(part, cancellationToken);
            else
                await output.WriteAsync(part, cancellationToken);
        }

        if (writer is not null)
            await writer.EndAsync(cancellationToken);
        return AssetHash.Of(digest.GetHashAndReset());
    }

    private string FileOf(AssetScope scope, AssetHash hash) => scope switch
    {
        AssetScope.OfSession session => Path.Combine(SessionFolder(session.Session), hash.Value),
        _ => shared.FileOf(scope.Tenant, hash),
    };

    private string SessionFolder(SessionId session) => Path.Combine(data.Folder("assets", "sessions"), session.ToString());

    private static long BytesIn(string folder) =>
        Directory.Exists(folder) ? new DirectoryInfo(folder).EnumerateFiles().Sum(file => file.Length) : 0;

    private static (string MediaType, ReadOnlyMemory<byte> Bytes) Split(byte[] file) =>
        (Encoding.ASCII.GetString(file, 1, file[0]), file.AsMemory(1 + file[0]));
}
