namespace CoBrowse.Sessions;

/// <summary>
/// Counts wrong codes by who tried (an address, an agent) within a sliding window, so that guessing stays hopeless.
/// Bounded: what is older than the window is forgotten.
/// </summary>
public sealed class CodeAttempts(int limit, TimeSpan window, TimeProvider time)
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, Queue<DateTimeOffset>> wrong = [];

    /// <summary>Whether none of <paramref name="sources"/> has used up its attempts.</summary>
    public bool Allows(params ReadOnlySpan<string> sources)
    {
        lock (gate)
        {
            ForgetOld();
            foreach (var source in sources)
            {
                if (wrong.TryGetValue(source, out var times) && times.Count >= limit)
                    return false;
            }

            return true;
        }
    }

    /// <summary>Notes a wrong code.</summary>
    public void Wrong(params ReadOnlySpan<string> sources)
    {
        lock (gate)
        {
            foreach (var source in sources)
            {
                if (!wrong.TryGetValue(source, out var times))
                    wrong[source] = times = new Queue<DateTimeOffset>();
                times.Enqueue(time.GetUtcNow());
            }
        }
    }

    private void ForgetOld()
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
