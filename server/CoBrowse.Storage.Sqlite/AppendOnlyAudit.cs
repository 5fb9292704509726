namespace CoBrowse.Storage.Sqlite;

/// <summary>
/// The database itself refuses to change or remove an entry of the audit, or to put one elsewhere than behind the last,
/// whatever program asks. It keeps the last entry of each session apart, so that a chain cut short shows as well.
/// </summary>
internal static class AppendOnlyAudit
{
    public const string Sql =
        """
        CREATE TABLE IF NOT EXISTS audit_heads (SessionId TEXT NOT NULL PRIMARY KEY, Sequence INTEGER NOT NULL, Hash TEXT NOT NULL);
        INSERT OR IGNORE INTO audit_heads
            SELECT SessionId, Sequence, Hash FROM audit AS entry
            WHERE Sequence = (SELECT MAX(Sequence) FROM audit WHERE SessionId = entry.SessionId);
        CREATE TRIGGER IF NOT EXISTS audit_stays BEFORE UPDATE ON audit
            BEGIN SELECT RAISE(ABORT, 'the audit is append-only'); END;
        CREATE TRIGGER IF NOT EXISTS audit_keeps BEFORE DELETE ON audit
            BEGIN SELECT RAISE(ABORT, 'the audit is append-only'); END;
        CREATE TRIGGER IF NOT EXISTS audit_follows BEFORE INSERT ON audit
            WHEN NEW.Sequence <> COALESCE((SELECT Sequence FROM audit_heads WHERE SessionId = NEW.SessionId), 0) + 1
            BEGIN SELECT RAISE(ABORT, 'an entry of the audit follows the last one'); END;
        CREATE TRIGGER IF NOT EXISTS audit_grows AFTER INSERT ON audit
            BEGIN INSERT OR REPLACE INTO audit_heads VALUES (NEW.SessionId, NEW.Sequence, NEW.Hash); END;
        CREATE TRIGGER IF NOT EXISTS audit_heads_stay BEFORE DELETE ON audit_heads
            BEGIN SELECT RAISE(ABORT, 'the audit is append-only'); END;
        CREATE TRIGGER IF NOT EXISTS audit_heads_keep BEFORE UPDATE ON audit_heads
            BEGIN SELECT RAISE(ABORT, 'the audit is append-only'); END;
        """;
}
