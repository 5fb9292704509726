using System.Globalization;
using CoBrowse.Protocol;
using CoBrowse.Sessions;
using Microsoft.Data.Sqlite;

namespace CoBrowse.Storage.Sqlite;

/// <summary>Checks the audit in a database file, of a node that runs or not. Nothing is written.</summary>
public static class AuditFile
{
    /// <summary>All faults of all sessions, and how many entries and sessions were looked at.</summary>
    /// <exception cref="SqliteException">The file is no database, or has no audit.</exception>
    public static (IReadOnlyList<AuditFault> Faults, int Entries, int Sessions) Check(string file)
    {
        using var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        connection.Open();
        // One look at all of it: a node that runs goes on writing.
        using var look = connection.BeginTransaction(deferred: true);
        var heads = Heads(connection);
        var chains = Chains(connection);
        var ended = Ended(connection);
        var faults = new List<AuditFault>();
        foreach (var session in chains.Keys.Union(heads.Keys).Union(ended.Keys).Order(StringComparer.Ordinal))
        {
            var entries = chains.GetValueOrDefault(session, []);
            // As it stands in logs and addresses.
            var name = Guid.TryParse(session, out var id) ? new SessionId(id).ToString() : session;
            faults.AddRange(AuditCheck.Of(name, entries, heads.TryGetValue(session, out var head) ? head : null));
            faults.AddRange(Contradictions(name, entries, ended.TryGetValue(session, out var over) ? over : null));
        }

        return (faults, chains.Values.Sum(entries => entries.Count), chains.Count);
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

    // What was tampered with need not be of its type: then it becomes what no entry says, and shows as changed.
    private static AuditEntry Read(SqliteDataReader reader, string session)
    {
        string? Text(int column) => reader.IsDBNull(column) ? null : Convert.ToString(reader.GetValue(column), CultureInfo.InvariantCulture);
        var at = reader.GetValue(2) is long ticks and >= 0 && ticks <= DateTimeOffset.MaxValue.Ticks ? ticks : 0;
        return new AuditEntry(
            Guid.TryParse(session, out var id) ? new SessionId(id) : default,
            reader.GetValue(1) is long sequence and >= 0 and <= int.MaxValue ? (int)sequence : 0,
            new DateTimeOffset(at, TimeSpan.Zero),
            Text(3) ?? string.Empty,
            Text(4),
            Text(5),
            Text(6) ?? string.Empty,
            Text(7) ?? string.Empty);
    }

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
