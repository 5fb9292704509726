namespace CoBrowse.Sessions;

/// <summary>How a customer learns that a supervisor watches. There is no way to watch unseen.</summary>
public enum Supervision
{
    /// <summary>The customer is asked by name, as for any agent.</summary>
    Ask,

    /// <summary>Each consent question names the supervisors too; then a supervisor who watches is shown, and not asked for.</summary>
    Tell,
}
