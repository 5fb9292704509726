namespace CoBrowse.Storage.Sqlite;

/// <summary>
/// The database itself refuses to change or remove an entry of an audit, or to put one elsewhere than behind the last,
/// whatever program asks. It keeps the last entry of each chain apart, so that one cut short shows as well.
/// </summary>
internal static class AppendOnlyAudit
{
    /// <summary>For the audit of sessions, and for that of tenants.</summary>
    public static string Sql { get; } = For("audit", "SessionId") + For("tenant_audit", "Tenant");

    private static string For(string table, string chain) =>
        $"""
        CREATE TABLE IF NOT EXISTS {table}_heads ({chain} TEXT NOT NULL PRIMARY KEY, Sequence INTEGER NOT NULL, Hash TEXT NOT NULL);
        INSERT OR IGNORE INTO {table}_heads
            SELECT {chain}, Sequence, Hash FROM {table} AS entry
            WHERE Sequence = (SELECT MAX(Sequence) FROM {table} WHERE {chain} = entry.{chain});
        CREATE TRIGGER IF NOT EXISTS {table}_stays BEFORE UPDATE ON {table}
            BEGIN SELECT RAISE(ABORT, 'the audit is append-only'); END;
        CREATE TRIGGER IF NOT EXISTS {table}_keeps BEFORE DELETE ON {table}
            BEGIN SELECT RAISE(ABORT, 'the audit is append-only'); END;
        CREATE TRIGGER IF NOT EXISTS {table}_follows BEFORE INSERT ON {table}
            WHEN NEW.Sequence <> COALESCE((SELECT Sequence FROM {table}_heads WHERE {chain} = NEW.{chain}), 0) + 1
            BEGIN SELECT RAISE(ABORT, 'an entry of the audit follows the last one'); END;
        CREATE TRIGGER IF NOT EXISTS {table}_grows AFTER INSERT ON {table}
            BEGIN INSERT OR REPLACE INTO {table}_heads VALUES (NEW.{chain}, NEW.Sequence, NEW.Hash); END;
        CREATE TRIGGER IF NOT EXISTS {table}_heads_stay BEFORE DELETE ON {table}_heads
            BEGIN SELECT RAISE(ABORT, 'the audit is append-only'); END;
        CREATE TRIGGER IF NOT EXISTS {table}_heads_keep BEFORE UPDATE ON {table}_heads
            BEGIN SELECT RAISE(ABORT, 'the audit is append-only'); END;

        """;
}
