using System.Collections.Concurrent;
using System.Security.Cryptography;
using CoBrowse.Sessions;

namespace CoBrowse.Storage.Keys;

/// <summary>
/// Random keys for each session, one for each purpose, kept in the database under the node's own key,
/// <paramref name="master"/>. Erasing one makes what it sealed unreadable in every copy, except for who has both a copy
/// of the database from before and the node's key.
/// </summary>
public sealed class SessionKeys(SessionKeyStore store, byte[] master) : IDisposable
{
    /// <summary>The length of a key, and of the node's own.</summary>
    public const int KeyBytes = 32;

    private const int Nonce = 12;
    private const int Tag = 16;

    // Of sessions that run; those that are over are looked up when somebody asks.
    private readonly ConcurrentDictionary<(SessionId Session, Purpose Purpose), byte[]> known = new();
    private readonly SemaphoreSlim making = new(1, 1);

    /// <summary>The key, if there is one, kept at hand as long as the session runs.</summary>
    public async Task<byte[]?> FindAsync(SessionId session, Purpose purpose, CancellationToken cancellationToken)
    {
        if (known.TryGetValue((session, purpose), out var key))
            return key;
        return await LookUpAsync(session, purpose, cancellationToken) is { } found ? known.GetOrAdd((session, purpose), found) : null;
    }

    /// <summary>The key, made where the session never had one. Throws where it was erased.</summary>
    public async Task<byte[]> GetAsync(SessionId session, Purpose purpose, CancellationToken cancellationToken)
    {
        if (await FindAsync(session, purpose, cancellationToken) is { } key)
            return key;
        await making.WaitAsync(cancellationToken);
        try
        {
            if (await FindAsync(session, purpose, cancellationToken) is { } made)
                return made;
            var row = Draw(session, purpose, out var fresh);
            await store.AddAsync(row, cancellationToken);
            return known.GetOrAdd((session, purpose), fresh);
        }
        finally
        {
            making.Release();
        }
    }

    /// <summary>Lets go of the keys of a session that is over, or was never written.</summary>
    public void Forget(SessionId session)
    {
        foreach (var purpose in Enum.GetValues<Purpose>())
            known.TryRemove((session, purpose), out _);
    }

    /// <inheritdoc/>
    public void Dispose() => making.Dispose();

    /// <summary>Lets go of a key that was erased.</summary>
    internal void Destroy(SessionId session, Purpose purpose)
    {
        if (known.TryRemove((session, purpose), out var key))
            CryptographicOperations.ZeroMemory(key);
    }

    /// <summary>A new key, at hand at once, and its row, to be written with the session's own.</summary>
    internal SessionKeyRow Make(SessionId session, Purpose purpose)
    {
        var row = Draw(session, purpose, out var key);
        known[(session, purpose)] = key;
        return row;
    }

    /// <summary>Seals a running session's texts.</summary>
    internal async Task<TextSeal> SealAsync(SessionId session, Purpose purpose, CancellationToken cancellationToken) =>
        new(session, await GetAsync(session, purpose, cancellationToken));

    /// <summary>Opens a session's texts, as far as their key was not erased.</summary>
    internal async Task<TextSeal> OpenerAsync(SessionId session, Purpose purpose, CancellationToken cancellationToken) =>
        new(session, known.TryGetValue((session, purpose), out var key) ? key : await LookUpAsync(session, purpose, cancellationToken));

    /// <summary>Opens a session's texts by a key that was read from the database, wrapped.</summary>
    internal TextSeal Opener(SessionId session, Purpose purpose, byte[] wrapped) =>
        new(session, wrapped.AsSpan().SequenceEqual(SessionKeyRow.Erased) ? null : Unwrap(session, purpose, wrapped));

    private async Task<byte[]?> LookUpAsync(SessionId session, Purpose purpose, CancellationToken cancellationToken) =>
        await store.FindAsync(session, purpose, cancellationToken) is { } wrapped ? Unwrap(session, purpose, wrapped) : null;

    private SessionKeyRow Draw(SessionId session, Purpose purpose, out byte[] key)
    {
        key = RandomNumberGenerator.GetBytes(KeyBytes);
        var wrapped = new byte[SessionKeyRow.WrappedBytes];
        RandomNumberGenerator.Fill(wrapped.AsSpan(0, Nonce));
        using var cipher = new AesGcm(master, Tag);
        cipher.Encrypt(
            wrapped.AsSpan(0, Nonce), key, wrapped.AsSpan(Nonce, KeyBytes), wrapped.AsSpan(Nonce + KeyBytes), Associated(session, purpose));
        return new SessionKeyRow { SessionId = session.Value, Purpose = purpose, Wrapped = wrapped };
    }

    private byte[] Unwrap(SessionId session, Purpose purpose, byte[] wrapped)
    {
        var key = new byte[wrapped.Length - Nonce - Tag];
        using var cipher = new AesGcm(master, Tag);
        try
        {
            cipher.Decrypt(
                wrapped.AsSpan(0, Nonce), wrapped.AsSpan(Nonce, key.Length), wrapped.AsSpan(Nonce + key.Length), key, Associated(session, purpose));
        }
        catch (CryptographicException error)
        {
            throw new CryptographicException(
                $"The key of session {session} does not open: the database was changed, or assets.key among the data folder's keys is not the one it was written with.", error);
        }

        return key;
    }

    // Keys of assets were there before there were purposes.
    private static byte[] Associated(SessionId session, Purpose purpose) =>
        purpose == Purpose.Assets ? session.Value.ToByteArray() : [.. session.Value.ToByteArray(), (byte)purpose];
}
