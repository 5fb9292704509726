namespace CoBrowse.Storage.Keys;

/// <summary>
/// What something about a session is kept for. Each purpose has a key of its own and ends by itself. The numbers are in
/// databases: never change them. Recordings will be 3.
/// </summary>
public enum Purpose
{
    /// <summary>What the session's page looked like: assets that stand behind the login.</summary>
    Assets = 0,

    /// <summary>Running the session: its topic, its code, who took part.</summary>
    Session = 1,

    /// <summary>Showing later who did what: the actors and details of its audit.</summary>
    Audit = 2,
}
