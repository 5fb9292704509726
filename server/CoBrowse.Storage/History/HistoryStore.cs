using CoBrowse.Sessions;
using CoBrowse.Storage.Keys;
using CoBrowse.Storage.Sessions;
using Microsoft.EntityFrameworkCore;

namespace CoBrowse.Storage.History;

/// <summary>
/// Sessions that are over. Whom and what they name is sealed, so nothing can be looked up by it: sessions are opened one
/// after the other, the newest first, up to a bound for each page. What was erased does not open, and is not there.
/// </summary>
public sealed class HistoryStore(IDbContextFactory<CoBrowseContext> contexts, SessionKeys keys)
{
    private const int Batch = 100;
    private const int MostOpened = 2_000;

    /// <summary>
    /// Past sessions of a tenant that <paramref name="suits"/> lets through, after <paramref name="after"/>. A page may be
    /// short, or empty, and still not be the last.
    /// </summary>
    public async Task<HistoryPage> ReadAsync(
        TenantId tenant, Func<PastSession, bool> suits, HistoryPlace? after, int most, CancellationToken cancellationToken)
    {
        var found = new List<PastSession>();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        for (var opened = 0; opened < MostOpened; opened += Batch)
        {
            var rows = await NextAsync(context, tenant, after, cancellationToken);
            var sealing = await KeysOfAsync(context, rows, cancellationToken);
            foreach (var row in rows)
            {
                after = new HistoryPlace(row.EndedAt!.Value, new SessionId(row.Id));
                if (sealing.TryGetValue(row.Id, out var key) && Open(row, key) is { } past && suits(past))
                    found.Add(past);
                if (found.Count == most)
                    return new HistoryPage(found, after);
            }

            if (rows.Count < Batch)
                return new HistoryPage(found, null);
        }

        return new HistoryPage(found, after);
    }

    private static async Task<List<SessionRow>> NextAsync(CoBrowseContext context, TenantId tenant, HistoryPlace? after, CancellationToken cancellationToken)
    {
        var rows = context.Sessions.AsNoTracking().Include(row => row.Agents)
            .Where(row => row.Tenant == tenant.Value && row.EndedAt != null && row.SessionErasedAt == null);
        if (after is { EndedAtTicks: var ticks, After.Value: var id })
            rows = rows.Where(row => row.EndedAt < ticks || (row.EndedAt == ticks && row.Id.CompareTo(id) < 0));
        return await rows.OrderByDescending(row => row.EndedAt).ThenByDescending(row => row.Id).Take(Batch).ToListAsync(cancellationToken);
    }

    private static async Task<Dictionary<Guid, byte[]>> KeysOfAsync(CoBrowseContext context, List<SessionRow> rows, CancellationToken cancellationToken)
    {
        var ids = rows.Select(row => row.Id).ToList();
        return await context.SessionKeys.AsNoTracking()
            .Where(key => ids.Contains(key.SessionId) && key.Purpose == Purpose.Session)
            .ToDictionaryAsync(key => key.SessionId, key => key.Wrapped, cancellationToken);
    }

    private PastSession? Open(SessionRow row, byte[] wrapped)
    {
        var seal = keys.Opener(new SessionId(row.Id), Purpose.Session, wrapped);
        if (seal.Erased)
            return null;
        return new PastSession(
            new SessionId(row.Id),
            new DateTimeOffset(row.CreatedAt, TimeSpan.Zero),
            new DateTimeOffset(row.EndedAt!.Value, TimeSpan.Zero),
            row.Origin,
            seal.Open(row.Topic, SealedPlace.Topic),
            row.EndReason!.Value,
            [.. row.Agents.OrderBy(agent => agent.Id).Select(agent => SessionMapping.Read(agent, seal))]);
    }
}
