using System.Collections.Concurrent;
using System.Security.Cryptography;
using CoBrowse.Server.Storage;
using CoBrowse.Sessions;
using CoBrowse.Storage.Keys;

namespace CoBrowse.Server.Assets;

/// <summary>
/// One random key for each session's assets, kept in the database under the node's own key. Erasing it makes every
/// copy of the assets unreadable, backups included.
/// </summary>
internal sealed class SessionKeys(SessionKeyStore store, DataFolder data) : IDisposable
{
    private const int Nonce = 12;
    private const int Tag = 16;
    private readonly byte[] master = data.Secret("assets.key", () => RandomNumberGenerator.GetBytes(SealedStream.KeyBytes));
    private readonly ConcurrentDictionary<SessionId, byte[]> known = new();
    private readonly SemaphoreSlim making = new(1, 1);

    public async Task<byte[]?> FindAsync(SessionId session, CancellationToken cancellationToken)
    {
        if (known.TryGetValue(session, out var key))
            return key;
        return await store.FindAsync(session, cancellationToken) is { } wrapped
            ? known.GetOrAdd(session, Unwrap(session, wrapped))
            : null;
    }

    public async Task<byte[]> GetAsync(SessionId session, CancellationToken cancellationToken)
    {
        if (await FindAsync(session, cancellationToken) is { } key)
            return key;
        await making.WaitAsync(cancellationToken);
        try
        {
            if (await FindAsync(session, cancellationToken) is { } made)
                return made;
            var fresh = RandomNumberGenerator.GetBytes(SealedStream.KeyBytes);
            await store.AddAsync(session, Wrap(session, fresh), cancellationToken);
            return known.GetOrAdd(session, fresh);
        }
        finally
        {
            making.Release();
        }
    }

    public async Task EraseAsync(SessionId session, CancellationToken cancellationToken)
    {
        await store.EraseAsync(session, cancellationToken);
        if (known.TryRemove(session, out var key))
            CryptographicOperations.ZeroMemory(key);
    }

    public void Dispose() => making.Dispose();

    private byte[] Wrap(SessionId session, byte[] key)
    {
        var wrapped = new byte[Nonce + key.Length + Tag];
        RandomNumberGenerator.Fill(wrapped.AsSpan(0, Nonce));
        using var cipher = new AesGcm(master, Tag);
        cipher.Encrypt(
            wrapped.AsSpan(0, Nonce), key, wrapped.AsSpan(Nonce, key.Length), wrapped.AsSpan(Nonce + key.Length), session.Value.ToByteArray());
        return wrapped;
    }

    private byte[] Unwrap(SessionId session, byte[] wrapped)
    {
        var key = new byte[wrapped.Length - Nonce - Tag];
        using var cipher = new AesGcm(master, Tag);
        cipher.Decrypt(
            wrapped.AsSpan(0, Nonce), wrapped.AsSpan(Nonce, key.Length), wrapped.AsSpan(Nonce + key.Length), key, session.Value.ToByteArray());
        return key;
    }
}
