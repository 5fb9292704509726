using CoBrowse.Sessions;
using Microsoft.EntityFrameworkCore;

namespace CoBrowse.Storage.Keys;

/// <summary>Wrapped keys of sessions.</summary>
public sealed class SessionKeyStore(IDbContextFactory<CoBrowseContext> contexts)
{
    /// <summary>The wrapped key, if the session has one for this purpose that was not erased.</summary>
    internal async Task<byte[]?> FindAsync(SessionId session, Purpose purpose, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var wrapped = await context.SessionKeys.AsNoTracking()
            .Where(row => row.SessionId == session.Value && row.Purpose == purpose)
            .Select(row => row.Wrapped)
            .FirstOrDefaultAsync(cancellationToken);
        return wrapped is null || wrapped.AsSpan().SequenceEqual(SessionKeyRow.Erased) ? null : wrapped;
    }

    /// <summary>Keeps a wrapped key. Throws where there is one, or was.</summary>
    internal async Task AddAsync(SessionKeyRow row, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        context.SessionKeys.Add(row);
        await context.SaveChangesAsync(cancellationToken);
    }
}
