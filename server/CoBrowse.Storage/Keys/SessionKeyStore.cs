using CoBrowse.Sessions;
using Microsoft.EntityFrameworkCore;

namespace CoBrowse.Storage.Keys;

/// <summary>Wrapped keys of sessions.</summary>
public sealed class SessionKeyStore(IDbContextFactory<CoBrowseContext> contexts)
{
    /// <summary>The wrapped key, if the session has one.</summary>
    public async Task<byte[]?> FindAsync(SessionId session, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.SessionKeys.AsNoTracking()
            .Where(row => row.SessionId == session.Value)
            .Select(row => row.Wrapped)
            .FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>Keeps a wrapped key.</summary>
    public async Task AddAsync(SessionId session, byte[] wrapped, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        context.SessionKeys.Add(new SessionKeyRow { SessionId = session.Value, Wrapped = wrapped });
        await context.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Erases the key, and with it what it sealed.</summary>
    public async Task EraseAsync(SessionId session, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await context.SessionKeys.Where(row => row.SessionId == session.Value).ExecuteDeleteAsync(cancellationToken);
    }
}
