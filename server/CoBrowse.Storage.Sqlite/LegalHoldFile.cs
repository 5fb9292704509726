using CoBrowse.Sessions;
using CoBrowse.Storage.Retention;
using Microsoft.Data.Sqlite;

namespace CoBrowse.Storage.Sqlite;

/// <summary>Checks that legal holds are as a tenant's audit tells of them, and that nothing was erased under one.</summary>
internal static class LegalHoldFile
{
    public static IEnumerable<AuditFault> Contradictions(string tenant, IEnumerable<TenantAuditEntry> entries, IReadOnlySet<Guid> holding)
    {
        var open = new Dictionary<Guid, (string Session, int Sequence)>();
        foreach (var entry in entries)
        {
            if (HoldLine.Read(entry) is { } line)
            {
                if (line.Placed)
                    open[line.Hold] = (line.Session, entry.Sequence);
                else
                    open.Remove(line.Hold);
            }

            foreach (var session in ErasureLine.ErasedBy(entry).Where(session => open.Values.Any(hold => hold.Session == session)))
                yield return new AuditFault(tenant, entry.Sequence, AuditFaultKind.Contradicts, $"Session {session} was erased here, and was held.");
        }

        foreach (var (hold, (session, sequence)) in open.Where(hold => !holding.Contains(hold.Key)).OrderBy(hold => hold.Value.Sequence))
            yield return new AuditFault(tenant, sequence, AuditFaultKind.Contradicts, $"Hold {hold:N} of session {session} was placed here, and holds no longer, though nobody lifted it.");
    }

    /// <summary>The holds of all tenants that were not lifted, as their own table has them.</summary>
    public static IReadOnlySet<Guid> Holding(SqliteConnection connection)
    {
        var holding = new HashSet<Guid>();
        using var command = connection.CreateCommand();
        // A database of before has none.
        command.CommandText = "SELECT COUNT(*) FROM sqlite_master WHERE type = 'table' AND name = 'legal_holds'";
        if (command.ExecuteScalar() is not 1L)
            return holding;
        command.CommandText = "SELECT Id FROM legal_holds WHERE LiftedAt IS NULL";
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            if (Guid.TryParse(StoredField.Text(reader, 0), out var id))
                holding.Add(id);
        }

        return holding;
    }
}
