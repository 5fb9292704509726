namespace CoBrowse.Sessions;

/// <summary>Who begins and who ceases to see the page by a change, whatever brought it about.</summary>
internal static class Views
{
    public static IEnumerable<SessionEvent> ViewsBegunBy(this Session before, Session after) =>
        New(before, after).Select(agent => new SessionEvent.ViewBegan(agent));

    public static IEnumerable<SessionEvent> ViewsEndedBy(this Session before, Session after) =>
        New(after, before).Select(agent => new SessionEvent.ViewEnded(agent));

    private static IEnumerable<Participant> New(Session former, Session session) =>
        session.Watchers.Where(agent => !former.Watchers.Any(other => other.Id == agent.Id));
}
