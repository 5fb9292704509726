using CoBrowse.Protocol;
using CoBrowse.Sessions;

namespace CoBrowse.Server.Colleagues;

/// <summary>Colleagues, invitations and their sessions as the wire shows them.</summary>
internal static class ColleagueViews
{
    private const int MostColleagues = 100;

    public static ColleagueView ToView(this Colleague colleague) => new(
        colleague.Id.ToString("N"), colleague.Agent.Name, colleague.Agent.Title, colleague.Agent.Role, colleague.Status);

    /// <summary>Those whose name or title contains all words of the search; who can be asked comes first.</summary>
    public static ColleagueList ToList(this IReadOnlyList<Colleague> colleagues, string? search = null)
    {
        var words = (search ?? string.Empty).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var found = colleagues
            .Where(colleague => words.All(word => $"{colleague.Agent.Name} {colleague.Agent.Title}".Contains(word, StringComparison.CurrentCultureIgnoreCase)))
            .Select(ToView)
            .OrderBy(view => view.Status)
            .ThenBy(view => view.Name, StringComparer.CurrentCultureIgnoreCase)
            .ToList();
        return new ColleagueList([.. found.Take(MostColleagues)], Math.Max(0, found.Count - MostColleagues));
    }

    /// <summary>Open invitations, and a handover that was accepted and that the customer has yet to agree to.</summary>
    public static IEnumerable<InvitationView> InvitationViews(this Session session, TimeProvider time) =>
    [
        .. session.Invitations.Select(invitation => invitation.ToView(session, time)),
        .. session.Agents.Where(agent => agent.Succeeds is not null).Select(agent => new InvitationView(
            agent.Succeeds!.Invitation.ToString(),
            session.Id.ToString(),
            InvitationKind.Handover,
            NameOf(session, agent.Succeeds.From),
            agent.Agent.Name,
            session.Topic,
            session.Origin,
            null,
            agent.Consent is Consent.Asked asked ? Seconds(asked.ExpiresAt, time) : 0,
            Accepted: true)),
    ];

    public static InvitationView ToView(this Invitation invitation, Session session, TimeProvider time) => new(
        invitation.Id.ToString(),
        session.Id.ToString(),
        invitation.Kind,
        NameOf(session, invitation.From),
        invitation.To.Name,
        session.Topic,
        session.Origin,
        invitation.Note,
        Seconds(invitation.ExpiresAt, time),
        Accepted: false);

    public static OwnSession ToOwn(this Session session, Participant place) => new(
        session.Id.ToString(), session.Topic, session.Origin, session.Lifecycle.State, session.CreatedAt.ToUnixTimeMilliseconds(), place.Present, !place.Helps);

    public static HelpedSession ToHelped(this Session session) => new(
        session.Id.ToString(),
        session.Topic,
        session.Origin,
        session.Lifecycle.State,
        session.CreatedAt.ToUnixTimeMilliseconds(),
        session.CustomerConnection is not null,
        [.. session.Agents.Where(agent => agent.MayGuide).Select(agent => agent.Agent.Name)]);

    private static string NameOf(Session session, ParticipantId id) => session.Agents.Find(agent => agent.Id == id)?.Agent.Name ?? string.Empty;

    private static int Seconds(DateTimeOffset until, TimeProvider time) =>
        (int)Math.Max(0, Math.Ceiling((until - time.GetUtcNow()).TotalSeconds));
}
