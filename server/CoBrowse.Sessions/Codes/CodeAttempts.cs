namespace CoBrowse.Sessions;

/// <summary>
/// Counts wrong codes within a sliding window, so that guessing stays hopeless: by agent, and, far more of them, by
/// address, since a whole office may share one. Bounded: what is older than the window is forgotten.
/// </summary>
public sealed class CodeAttempts(int perAgent, int perAddress, TimeSpan window, TimeProvider time)
{
    private readonly Lock gate = new();
    private readonly Dictionary<(TenantId Tenant, string Subject), Queue<DateTimeOffset>> agents = [];
    private readonly Dictionary<string, Queue<DateTimeOffset>> addresses = [];

    /// <summary>Whether neither the agent nor the address has used up its attempts.</summary>
    public bool Allows(TenantId tenant, string subject, string address)
    {
        lock (gate)
        {
            ForgetOld(agents);
            ForgetOld(addresses);
            return Count(agents, (tenant, subject)) < perAgent && Count(addresses, address) < perAddress;
        }
    }

    /// <summary>Notes a wrong code.</summary>
    public void Wrong(TenantId tenant, string subject, string address)
    {
        lock (gate)
        {
            Note(agents, (tenant, subject));
            Note(addresses, address);
        }
    }

    private static int Count<TKey>(Dictionary<TKey, Queue<DateTimeOffset>> wrong, TKey source) where TKey : notnull =>
        wrong.TryGetValue(source, out var times) ? times.Count : 0;

    private void Note<TKey>(Dictionary<TKey, Queue<DateTimeOffset>> wrong, TKey source) where TKey : notnull
    {
        if (!wrong.TryGetValue(source, out var times))
            wrong[source] = times = new Queue<DateTimeOffset>();
        times.Enqueue(time.GetUtcNow());
    }

    private void ForgetOld<TKey>(Dictionary<TKey, Queue<DateTimeOffset>> wrong) where TKey : notnull
    {
        var oldest = time.GetUtcNow() - window;
        foreach (var (source, times) in wrong)
        {
            while (times.TryPeek(out var first) && first <= oldest)
                times.Dequeue();
            if (times.Count == 0)
                wrong.Remove(source);
        }
    }
}
