namespace CoBrowse.Storage.Sqlite;

/// <summary>
/// The database itself refuses to remove the key of a session, which is overwritten, so that it leaves no copy behind and
/// its erasure can be seen; and to do anything with a legal hold but to lift it, once.
/// </summary>
internal static class LastingRows
{
    public const string Sql =
        """
        CREATE TRIGGER IF NOT EXISTS session_keys_stay BEFORE DELETE ON session_keys
            BEGIN SELECT RAISE(ABORT, 'a key is overwritten, not removed'); END;
        CREATE TRIGGER IF NOT EXISTS legal_holds_stay BEFORE DELETE ON legal_holds
            BEGIN SELECT RAISE(ABORT, 'a hold is lifted, not removed'); END;
        CREATE TRIGGER IF NOT EXISTS legal_holds_keep BEFORE UPDATE ON legal_holds
            WHEN OLD.LiftedAt IS NOT NULL OR NEW.LiftedAt IS NULL OR NEW.Id <> OLD.Id OR NEW.Tenant <> OLD.Tenant
                OR NEW.SessionId <> OLD.SessionId OR NEW.PlacedAt <> OLD.PlacedAt OR NEW.PlacedBy <> OLD.PlacedBy OR NEW.Reason <> OLD.Reason
            BEGIN SELECT RAISE(ABORT, 'a hold is lifted, not removed'); END;
        """;
}
