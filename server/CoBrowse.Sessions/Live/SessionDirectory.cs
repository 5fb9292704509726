using System.Collections.Concurrent;

namespace CoBrowse.Sessions;

/// <summary>The running sessions of this node, by id and by code, and the queue of those who wait.</summary>
public sealed class SessionDirectory(ISessionStore store, ISessionListener listener, TimeProvider time) : IDisposable
{
    private readonly ConcurrentDictionary<SessionId, LiveSession> sessions = new();
    private readonly ConcurrentDictionary<(TenantId Tenant, SessionCode Code), SessionId> codes = new();

    /// <summary>Takes up every session that had not ended when the node stopped.</summary>
    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        foreach (var stored in await store.LoadOpenAsync(cancellationToken).ConfigureAwait(false))
        {
            codes[(stored.Session.Tenant, stored.Session.Code)] = stored.Session.Id;
            sessions[stored.Session.Id] = new LiveSession(stored.Session, stored.LastEntry, store, listener, time);
        }
    }

    /// <summary>Makes a session with a code that no other running session of the tenant has.</summary>
    public async Task<Session> CreateAsync(NewSession request, SessionRules rules, CancellationToken cancellationToken)
    {
        var session = Session.Create(request, SessionCode.Draw(), rules, time);
        while (!codes.TryAdd((session.Tenant, session.Code), session.Id))
            session = session with { Code = SessionCode.Draw() };
        AuditEntry? last;
        try
        {
            last = await store.SaveAsync(session, session.Beginnings, null, time.GetUtcNow(), cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            codes.TryRemove((session.Tenant, session.Code), out _);
            throw;
        }

        sessions[session.Id] = new LiveSession(session, last, store, listener, time);
        return session;
    }

    /// <summary>A running session.</summary>
    public LiveSession? Find(SessionId id) => sessions.GetValueOrDefault(id);

    /// <summary>The running session of this tenant with this code.</summary>
    public LiveSession? Find(TenantId tenant, SessionCode code) =>
        codes.TryGetValue((tenant, code), out var id) ? Find(id) : null;

    /// <summary>Who waits for an agent of this tenant, the longest first.</summary>
    public IReadOnlyList<Session> Waiting(TenantId tenant) =>
    [
        .. sessions.Values
            .Select(live => live.Current)
            .Where(session => session.Tenant == tenant && session.Lifecycle is Lifecycle.Waiting)
            .OrderBy(session => ((Lifecycle.Waiting)session.Lifecycle).Since)
            .ThenBy(session => session.Id.Value),
    ];

    /// <summary>All running sessions.</summary>
    public IEnumerable<LiveSession> All => sessions.Values;

    /// <summary>Lets go of a session that has ended; the store still has it.</summary>
    public void Forget(Session ended)
    {
        codes.TryRemove(new KeyValuePair<(TenantId, SessionCode), SessionId>((ended.Tenant, ended.Code), ended.Id));
        sessions.TryRemove(ended.Id, out _);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var live in sessions.Values)
            live.Dispose();
    }
}
