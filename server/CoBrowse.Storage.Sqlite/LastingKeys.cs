namespace CoBrowse.Storage.Sqlite;

/// <summary>
/// The database itself refuses to remove the key of a session: it is overwritten, so that it leaves no copy behind and its
/// erasure can be seen.
/// </summary>
internal static class LastingKeys
{
    public const string Sql =
        """
        CREATE TRIGGER IF NOT EXISTS session_keys_stay BEFORE DELETE ON session_keys
            BEGIN SELECT RAISE(ABORT, 'a key is overwritten, not removed'); END;
        """;
}
