using CoBrowse.Sessions;
using CoBrowse.Storage.Keys;
using Microsoft.Data.Sqlite;

namespace CoBrowse.Storage.Sqlite;

/// <summary>Which sessions' audit can still be read, for who has no key to read it.</summary>
internal static class SessionKeyStates
{
    public static Dictionary<string, SessionKeyState> Read(SqliteConnection connection)
    {
        var states = new Dictionary<string, SessionKeyState>(StringComparer.Ordinal);
        using var command = connection.CreateCommand();
        // A database of before has keys for assets only.
        command.CommandText = "SELECT COUNT(*) FROM pragma_table_info('session_keys') WHERE name = 'Purpose'";
        if (command.ExecuteScalar() is not 1L)
            return states;
        command.CommandText = $"SELECT SessionId, Wrapped FROM session_keys WHERE Purpose = {(int)Purpose.Audit}";
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            var erased = reader.GetValue(1) is not byte[] wrapped || wrapped.AsSpan().SequenceEqual(SessionKeyRow.Erased);
            states[reader.GetString(0)] = erased ? SessionKeyState.Erased : SessionKeyState.Kept;
        }

        return states;
    }

    public static bool AreSealed(IEnumerable<AuditEntry> entries) =>
        entries.Any(entry => TextSeal.IsSealed(entry.Actor) || TextSeal.IsSealed(entry.Detail));
}
