using CoBrowse.Sessions;

namespace CoBrowse.Server.WatchQuery;

/// <summary>The ids of requests that were answered, until they would have expired anyway: none is answered twice.</summary>
internal sealed class UsedRequests(TimeProvider time)
{
    private const int Most = 100_000;

    private readonly Lock gate = new();
    private readonly Dictionary<(TenantId Tenant, string Id), DateTimeOffset> used = [];
    private DateTimeOffset nextSweep;

    /// <summary>Whether it is new; if so, it counts. Where more are open than can be remembered, nothing is new.</summary>
    public bool Take(TenantId tenant, string id, DateTimeOffset expires)
    {
        lock (gate)
        {
            var now = time.GetUtcNow();
            if (nextSweep <= now || used.Count >= Most)
            {
                foreach (var (key, _) in used.Where(each => each.Value <= now).ToList())
                    used.Remove(key);
                nextSweep = now + TimeSpan.FromMinutes(1);
            }

            return used.Count < Most && used.TryAdd((tenant, id), expires);
        }
    }
}
