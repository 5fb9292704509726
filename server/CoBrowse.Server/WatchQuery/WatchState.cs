using CoBrowse.Sessions;

namespace CoBrowse.Server.WatchQuery;

/// <summary>Whether somebody sees a customer's page now or may act on it, since when, and how many they are.</summary>
internal sealed record WatchState(bool Watched, bool Controlled, DateTimeOffset? Since, int Agents)
{
    /// <summary>Of these sessions together. Who is not there is not watched.</summary>
    public static WatchState Of(IEnumerable<Session> sessions)
    {
        var all = sessions.ToList();
        var watchers = all.SelectMany(session => session.Watchers).ToList();
        return new WatchState(
            watchers.Count > 0,
            all.Exists(session => session.Control is PageControl.Held),
            watchers.Select(agent => (agent.Consent as Consent.Granted)?.At).Min(),
            watchers.Select(agent => agent.Agent.Subject).Distinct(StringComparer.Ordinal).Count());
    }
}
