using System.Diagnostics;
using CoBrowse.Protocol;
using CoBrowse.Sessions;
using CoBrowse.Storage.Keys;

namespace CoBrowse.Storage.Sessions;

/// <summary>Between the domain and the rows.</summary>
internal static class SessionMapping
{
    private const int MostFormer = 50;

    public static SessionRow NewRow(Session session, TextSeal seal) => new()
    {
        Id = session.Id.Value,
        Tenant = session.Tenant.Value,
        Origin = session.Origin,
        Topic = seal.Seal(session.Topic, SealedPlace.Topic),
        Code = seal.Seal(session.Code.Value, SealedPlace.Code)!,
        CreatedAt = session.CreatedAt.UtcTicks,
        ExpiresAt = session.ExpiresAt.UtcTicks,
    };

    public static void Write(SessionRow row, Session session, TextSeal seal)
    {
        row.Particulars = seal.Seal(SessionParticulars.Of(session).ToJson(), SealedPlace.Particulars);
        row.Pairings = session.Pairings;
        row.State = session.Lifecycle.State;
        row.WaitingSince = (session.Lifecycle as Lifecycle.Waiting)?.Since.UtcTicks;
        row.EndReason = (session.Lifecycle as Lifecycle.Ended)?.Reason;
        row.EndedAt = (session.Lifecycle as Lifecycle.Ended)?.At.UtcTicks;
        foreach (var former in row.Agents.Where(agent => !session.Agents.Exists(place => place.Id.Value == agent.Id)))
            (former.Consent, former.Request, former.ConsentAt) = (ConsentColumn.Former, null, null);
        // Ids sort by time: of those who come and go without end, the latest are kept.
        foreach (var former in row.Agents.Where(agent => agent.Consent == ConsentColumn.Former).OrderByDescending(agent => agent.Id).Skip(MostFormer).ToList())
            row.Agents.Remove(former);
        for (var index = 0; index < session.Agents.Count; index++)
        {
            var place = session.Agents[index];
            var agent = row.Agents.Find(agent => agent.Id == place.Id.Value);
            if (agent is null)
                row.Agents.Add(agent = NewRow(session.Id, place, seal));
            agent.Place = index;
            (agent.Consent, agent.Request, agent.ConsentAt) = place.Consent switch
            {
                Consent.Unasked => (ConsentColumn.Unasked, default(Guid?), default(long?)),
                Consent.Asked asked => (ConsentColumn.Asked, asked.Request.Value, asked.ExpiresAt.UtcTicks),
                Consent.Granted granted => (ConsentColumn.Granted, granted.Request.Value, granted.At.UtcTicks),
                _ => throw new UnreachableException(),
            };
        }
    }

    /// <summary>Nobody is present in a session that was read: graces run from <paramref name="now"/>.</summary>
    public static Session Read(SessionRow row, TextSeal seal, SessionRules rules, DateTimeOffset now) =>
        SessionParticulars.Read(seal.Open(row.Particulars, SealedPlace.Particulars)).Complete(ReadPlain(row, seal, rules, now));

    private static Session ReadPlain(SessionRow row, TextSeal seal, SessionRules rules, DateTimeOffset now) => new()
    {
        Id = new SessionId(row.Id),
        Tenant = new TenantId(row.Tenant),
        Origin = row.Origin,
        Topic = seal.Open(row.Topic, SealedPlace.Topic),
        Code = new SessionCode(seal.Open(row.Code, SealedPlace.Code) ?? string.Empty),
        Pairings = row.Pairings,
        CreatedAt = At(row.CreatedAt),
        ExpiresAt = At(row.ExpiresAt),
        Rules = rules,
        Customer = new CustomerPresence.Absent(now),
        Lifecycle = row.State switch
        {
            SessionState.Created => new Lifecycle.Created(),
            SessionState.Waiting => new Lifecycle.Waiting(At(row.WaitingSince!.Value)),
            SessionState.Claimed => new Lifecycle.Claimed(),
            SessionState.Consenting => new Lifecycle.Consenting(),
            SessionState.Active => new Lifecycle.Active(),
            SessionState.Paused => new Lifecycle.Paused(),
            SessionState.Ended => new Lifecycle.Ended(row.EndReason!.Value, At(row.EndedAt!.Value)),
            _ => throw new UnreachableException(),
        },
        Agents = [.. row.Agents
            .Where(agent => agent.Consent != ConsentColumn.Former)
            .OrderBy(agent => agent.Place)
            .Select((agent, index) => Read(agent, seal, now) with { Hue = index })],
    };

    public static AuditRow NewRow(AuditEntry entry) => new()
    {
        SessionId = entry.Session.Value,
        Sequence = entry.Sequence,
        At = entry.At.UtcTicks,
        Kind = entry.Kind,
        Actor = entry.Actor,
        Detail = entry.Detail,
        Previous = entry.Previous,
        Hash = entry.Hash,
    };

    public static AuditEntry Read(AuditRow row) => new(
        new SessionId(row.SessionId), row.Sequence, At(row.At), row.Kind, row.Actor, row.Detail, row.Previous, row.Hash);

    public static AgentIdentity Read(AgentRow row, TextSeal seal) => new(
        seal.Open(row.Subject, SealedPlace.Subject(row.Id)) ?? string.Empty,
        seal.Open(row.Name, SealedPlace.Name(row.Id)) ?? string.Empty,
        seal.Open(row.Title, SealedPlace.Title(row.Id)),
        row.Role);

    private static AgentRow NewRow(SessionId session, Participant place, TextSeal seal) => new()
    {
        Id = place.Id.Value,
        SessionId = session.Value,
        Place = 0,
        Subject = seal.Seal(place.Agent.Subject, SealedPlace.Subject(place.Id.Value))!,
        Name = seal.Seal(place.Agent.Name, SealedPlace.Name(place.Id.Value))!,
        Title = seal.Seal(place.Agent.Title, SealedPlace.Title(place.Id.Value)),
        Role = place.Agent.Role,
    };

    private static Participant Read(AgentRow row, TextSeal seal, DateTimeOffset now) => new(
        new ParticipantId(row.Id),
        Read(row, seal),
        row.Consent switch
        {
            ConsentColumn.Unasked => new Consent.Unasked(),
            ConsentColumn.Asked => new Consent.Asked(new ConsentRequestId(row.Request!.Value), At(row.ConsentAt!.Value)),
            ConsentColumn.Granted => new Consent.Granted(new ConsentRequestId(row.Request!.Value), At(row.ConsentAt!.Value)),
            _ => throw new UnreachableException(),
        })
    {
        AbsentSince = now,
    };

    private static DateTimeOffset At(long ticks) => new(ticks, TimeSpan.Zero);
}
