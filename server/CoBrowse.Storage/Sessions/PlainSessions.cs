using CoBrowse.Sessions;
using CoBrowse.Storage.Keys;
using Microsoft.EntityFrameworkCore;

namespace CoBrowse.Storage.Sessions;

/// <summary>
/// Seals what an earlier version wrote in plain. Its entries of the audit stay as they are: the chain is over what they
/// say, and the database lets nobody change them.
/// </summary>
public sealed class PlainSessions(IDbContextFactory<CoBrowseContext> contexts, SessionKeys keys)
{
    private const int Batch = 200;

    /// <summary>Seals all, and answers how many sessions that were.</summary>
    public async Task<int> SealAsync(CancellationToken cancellationToken)
    {
        for (var done = 0; ;)
        {
            await using var context = await contexts.CreateDbContextAsync(cancellationToken);
            var rows = await context.Sessions
                .Include(row => row.Agents)
                .Where(row => !row.Code.StartsWith(TextSeal.Mark))
                .Take(Batch)
                .ToListAsync(cancellationToken);
            if (rows.Count == 0)
                return done;
            foreach (var row in rows)
                Seal(row, await keys.SealAsync(new SessionId(row.Id), Purpose.Session, cancellationToken));
            await context.SaveChangesAsync(cancellationToken);
            foreach (var row in rows)
                keys.Forget(new SessionId(row.Id));
            done += rows.Count;
        }
    }

    private static void Seal(SessionRow row, TextSeal seal)
    {
        row.Topic = seal.Seal(row.Topic, SealedPlace.Topic);
        row.Code = seal.Seal(row.Code, SealedPlace.Code)!;
        foreach (var agent in row.Agents)
        {
            agent.Subject = seal.Seal(agent.Subject, SealedPlace.Subject(agent.Id))!;
            agent.Name = seal.Seal(agent.Name, SealedPlace.Name(agent.Id))!;
            agent.Title = seal.Seal(agent.Title, SealedPlace.Title(agent.Id));
        }
    }
}
