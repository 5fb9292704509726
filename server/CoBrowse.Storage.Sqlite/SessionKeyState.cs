namespace CoBrowse.Storage.Sqlite;

/// <summary>What became of the key of a session's audit.</summary>
internal enum SessionKeyState
{
    /// <summary>There is none.</summary>
    Missing,

    /// <summary>It was overwritten.</summary>
    Erased,

    /// <summary>It is there; whether it is the right one only the node's own key could tell.</summary>
    Kept,
}
