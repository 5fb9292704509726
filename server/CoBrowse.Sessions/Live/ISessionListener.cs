namespace CoBrowse.Sessions;

/// <summary>
/// Carries changes to the world. Called under the session's lock and in order: it must not wait and must not throw.
/// </summary>
public interface ISessionListener
{
    /// <summary>Before the change is written: take away what <paramref name="after"/> no longer allows.</summary>
    void Restrict(Session after);

    /// <summary>The change is written: give what it allows, and tell everybody.</summary>
    void Changed(SessionChange change);

    /// <summary>A change that no request waits for could not be written.</summary>
    void Failed(SessionId session, Exception exception);
}
