using CoBrowse.Protocol;
using CoBrowse.Storage.History;

namespace CoBrowse.Server.History;

/// <summary>A session that is over. Times are Unix milliseconds, UTC.</summary>
public sealed record PastSessionView(
    string SessionId, long StartedAt, long EndedAt, string? Topic, string Origin, string Reason, IReadOnlyList<PastAgentView> Agents)
{
    internal static PastSessionView Of(PastSession past, string reader) => new(
        past.Id.ToString(),
        past.CreatedAt.ToUnixTimeMilliseconds(),
        past.EndedAt.ToUnixTimeMilliseconds(),
        past.Topic,
        past.Origin,
        past.Reason.ToString(),
        [.. past.Agents
            // One line each, however often they came back; who helped and watched did both.
            .GroupBy(agent => (agent.Subject, agent.Role))
            .Select(places => new PastAgentView(
                places.Last().Name, places.Key.Role == ParticipantRole.Supervisor, string.Equals(places.Key.Subject, reader, StringComparison.Ordinal)))]);
}
