using CoBrowse.Protocol;
using CoBrowse.Sessions;
using Microsoft.Data.Sqlite;

namespace CoBrowse.Storage.Sqlite;

/// <summary>Checks the audit in a database file, of a node that runs or not. Nothing is written.</summary>
public static class AuditFile
{
    /// <summary>Checks the audit of all sessions and tenants.</summary>
    /// <exception cref="SqliteException">The file is no database, or has no audit.</exception>
    public static AuditReport Check(string file)
    {
        using var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        connection.Open();
        // One look at all of it: a node that runs goes on writing.
        using var look = connection.BeginTransaction(deferred: true);
        var heads = Heads(connection);
        var chains = Chains(connection);
        var ended = Ended(connection);
        var keys = SessionKeyStates.Read(connection);
        var tenants = TenantAuditFile.Check(connection);
        var faults = new List<AuditFault>();
        var erased = new List<string>();
        foreach (var session in chains.Keys.Union(heads.Keys).Union(ended.Keys).Order(StringComparer.Ordinal))
        {
            var entries = chains.GetValueOrDefault(session, []);
            // As it stands in logs and addresses.
            var name = Guid.TryParse(session, out var id) ? new SessionId(id).ToString() : session;
            faults.AddRange(AuditCheck.Of(name, [.. entries.Select(AuditLink.Of)], heads.TryGetValue(session, out var head) ? head : null));
            faults.AddRange(Contradictions(name, entries, ended.TryGetValue(session, out var over) ? over : null));
            if (!SessionKeyStates.AreSealed(entries) || keys.GetValueOrDefault(session) == SessionKeyState.Kept)
                continue;
            erased.Add(name);
            if (!tenants.Erased.Contains(name))
                faults.Add(new AuditFault(name, 1, AuditFaultKind.Contradicts, "The key of this audit is gone, and no tenant's audit says why."));
        }

        return new AuditReport(
            [.. faults, .. tenants.Faults], chains.Values.Sum(entries => entries.Count) + tenants.Entries, chains.Count, tenants.Tenants, erased);
    }

    private static IEnumerable<AuditFault> Contradictions(string session, List<AuditEntry> entries, bool? over)
    {
        var last = entries.Count == 0 ? 0 : entries[^1].Sequence;
        if (over is null)
            yield return new AuditFault(session, 1, AuditFaultKind.Contradicts, "There is no such session.");
        else if (entries.Count == 0)
            yield return new AuditFault(session, 1, AuditFaultKind.Contradicts, "The session has no audit.");
        else if (over != (entries[^1].Kind == "ended"))
            yield return new AuditFault(session, last, AuditFaultKind.Contradicts, over is true ? "The session is over; its audit does not end." : "The audit ends; the session is not over.");
    }

    private static Dictionary<string, List<AuditEntry>> Chains(SqliteConnection connection)
    {
        var chains = new Dictionary<string, List<AuditEntry>>(StringComparer.Ordinal);
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT SessionId, Sequence, At, Kind, Actor, Detail, Previous, Hash FROM audit ORDER BY SessionId, Sequence";
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            var session = reader.GetString(0);
            if (!chains.TryGetValue(session, out var entries))
                chains[session] = entries = [];
            entries.Add(Read(reader, session));
        }

        return chains;
    }

    private static AuditEntry Read(SqliteDataReader reader, string session) => new(
        Guid.TryParse(session, out var id) ? new SessionId(id) : default,
        StoredField.Count(reader, 1),
        StoredField.Time(reader, 2),
        StoredField.Text(reader, 3) ?? string.Empty,
        StoredField.Text(reader, 4),
        StoredField.Text(reader, 5),
        StoredField.Text(reader, 6) ?? string.Empty,
        StoredField.Text(reader, 7) ?? string.Empty);

    private static Dictionary<string, (int Sequence, string Hash)> Heads(SqliteConnection connection)
    {
        var heads = new Dictionary<string, (int Sequence, string Hash)>(StringComparer.Ordinal);
        using var known = connection.CreateCommand();
        known.CommandText = "SELECT COUNT(*) FROM sqlite_master WHERE name = 'audit_heads'";
        // A database of before has none.
        if (known.ExecuteScalar() is not 1L)
            return heads;
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT SessionId, Sequence, Hash FROM audit_heads";
        using var reader = command.ExecuteReader();
        while (reader.Read())
            heads[reader.GetString(0)] = (reader.GetInt32(1), reader.GetString(2));
        return heads;
    }

    private static Dictionary<string, bool> Ended(SqliteConnection connection)
    {
        var ended = new Dictionary<string, bool>(StringComparer.Ordinal);
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT Id, State FROM sessions";
        using var reader = command.ExecuteReader();
        while (reader.Read())
            ended[reader.GetString(0)] = reader.GetInt32(1) == (int)SessionState.Ended;
        return ended;
    }
}
