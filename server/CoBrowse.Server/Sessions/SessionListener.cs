using CoBrowse.Server.Assets;
using CoBrowse.Server.Chat;
using CoBrowse.Server.Colleagues;
using CoBrowse.Server.Proposals;
using CoBrowse.Server.Starting;
using CoBrowse.Sessions;

namespace CoBrowse.Server.Sessions;

/// <summary>Carries each change of a session to the relay, the browsers, the chat, the queue, the colleagues and the assets.</summary>
internal sealed class SessionListener(
    SessionRelay relay,
    SessionNews news,
    SessionChats chats,
    SessionProposals proposals,
    Roster roster,
    ColleagueNews colleagues,
    AssetErasure erasure,
    FormerAgents former,
    IServiceProvider services,
    ILogger<SessionListener> logger)
    : ISessionListener
{
    // The directory needs its listener before it exists itself.
    private SessionDirectory Directory => services.GetRequiredService<SessionDirectory>();

    public void Restrict(Session after) => relay.Restrict(after);

    public void Changed(SessionChange change)
    {
        var (before, after) = (change.Before, change.After);
        if (before.Lifecycle.State != after.Lifecycle.State)
            logger.Moved(after.Id, before.Lifecycle.State, after.Lifecycle.State);
        relay.Permit(after);
        news.Tell(change);
        chats.Changed(change);
        proposals.Changed(change);
        if (after.HasEnded)
        {
            former.Note(before, after);
            Directory.Forget(after);
            erasure.Begin(after);
        }

        roster.Follow(change);
        colleagues.Tell(change);
        if (before.Lifecycle is Lifecycle.Waiting != after.Lifecycle is Lifecycle.Waiting)
            news.TellQueue(after.Tenant, Directory.Waiting(after.Tenant));
    }

    public void Failed(SessionId session, Exception exception) => logger.ChangeFailed(session, exception);
}
