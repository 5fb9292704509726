namespace CoBrowse.Sessions.Tests.Live;

/// <summary>Writes down what it is told, in order.</summary>
internal sealed class RecordingListener(MemoryStore store) : ISessionListener
{
    public List<string> Heard { get; } = [];

    public List<SessionChange> Changes { get; } = [];

    public void Restrict(Session after) => Heard.Add($"restrict {after.Lifecycle.State}, stored {Stored(after)}");

    public void Changed(SessionChange change)
    {
        Heard.Add($"changed {change.After.Lifecycle.State}, stored {Stored(change.After)}");
        Changes.Add(change);
    }

    public void Failed(SessionId session, Exception exception) => Heard.Add("failed");

    private string Stored(Session session) =>
        store.Sessions.TryGetValue(session.Id, out var stored) ? stored.Lifecycle.State.ToString() : "nothing";
}
