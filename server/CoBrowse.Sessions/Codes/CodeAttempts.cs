namespace CoBrowse.Sessions;

/// <summary>
/// Compares typed codes, and counts wrong ones within a sliding window, so that guessing stays hopeless: by agent; far
/// more of them by address, since a whole office may share one; and by tenant, since agents and addresses may be many.
/// Whoever has used up the attempts is compared with nothing. Bounded: what is older than the window is forgotten.
/// </summary>
public sealed class CodeAttempts(CodeLimits limits, TimeProvider time)
{
    private readonly Lock gate = new();
    private readonly Dictionary<(TenantId Tenant, string Subject), Queue<DateTimeOffset>> agents = [];
    private readonly Dictionary<string, Queue<DateTimeOffset>> addresses = [];
    private readonly Dictionary<TenantId, Queue<DateTimeOffset>> tenants = [];
    private DateTimeOffset nextSweep;

    /// <summary>
    /// Asks <paramref name="compare"/>, which must not wait, unless there were too many wrong codes. One at a time: who
    /// guesses from many connections at once gets no more than from one.
    /// </summary>
    public CodeGuess<T> Guess<T>(TenantId tenant, string subject, string address, Func<T?> compare)
        where T : class
    {
        lock (gate)
        {
            var now = time.GetUtcNow();
            Sweep(now);
            if (Count(agents, (tenant, subject), now) >= limits.PerAgent
                || Count(addresses, address, now) >= limits.PerAddress
                || Count(tenants, tenant, now) >= limits.PerTenant)
            {
                return new CodeGuess<T>(Compared: false, null);
            }

            var found = compare();
            if (found is null)
            {
                Note(agents, (tenant, subject), now);
                Note(addresses, address, now);
                Note(tenants, tenant, now);
            }

            return new CodeGuess<T>(Compared: true, found);
        }
    }

    private static void Note<TKey>(Dictionary<TKey, Queue<DateTimeOffset>> wrong, TKey source, DateTimeOffset now) where TKey : notnull
    {
        if (!wrong.TryGetValue(source, out var times))
            wrong[source] = times = new Queue<DateTimeOffset>();
        times.Enqueue(now);
    }

    private int Count<TKey>(Dictionary<TKey, Queue<DateTimeOffset>> wrong, TKey source, DateTimeOffset now) where TKey : notnull =>
        wrong.TryGetValue(source, out var times) ? ForgetOld(times, now) : 0;

    private int ForgetOld(Queue<DateTimeOffset> times, DateTimeOffset now)
    {
        while (times.TryPeek(out var first) && first <= now - limits.Window)
            times.Dequeue();
        return times.Count;
    }

    // Who guesses has only their own attempts looked through; all others' once a window.
    private void Sweep(DateTimeOffset now)
    {
        if (now < nextSweep)
            return;
        nextSweep = now + limits.Window;
        Sweep(agents, now);
        Sweep(addresses, now);
        Sweep(tenants, now);
    }

    private void Sweep<TKey>(Dictionary<TKey, Queue<DateTimeOffset>> wrong, DateTimeOffset now) where TKey : notnull
    {
        foreach (var (source, times) in wrong)
        {
            if (ForgetOld(times, now) == 0)
                wrong.Remove(source);
        }
    }
}
