using CoBrowse.Protocol;

namespace CoBrowse.Sessions;

/// <summary>
/// A running session: one change at a time. A right is taken away before it is written and given only after,
/// so a crash between the two never leaves frames flowing without consent.
/// </summary>
public sealed class LiveSession : IDisposable
{
    private readonly SemaphoreSlim gate = new(1, 1);
    private readonly ISessionStore store;
    private readonly ISessionListener listener;
    private readonly TimeProvider time;
    private readonly ITimer timer;
    private volatile Session current;
    private AuditEntry? lastEntry;

    internal LiveSession(Session session, AuditEntry? lastEntry, ISessionStore store, ISessionListener listener, TimeProvider time)
    {
        (current, this.lastEntry, this.store, this.listener, this.time) = (session, lastEntry, store, listener, time);
        timer = time.CreateTimer(_ => _ = WakeAsync(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        WakeAtNextDeadline();
    }

    /// <summary>The session as it is now.</summary>
    public Session Current => current;

    /// <summary>
    /// Does one step of an agent, as <see cref="ApplyAsync(Func{Session, SessionStep}, CancellationToken)"/> does; a
    /// refused one is written down. <paramref name="subject"/> is null for another tenant's agent.
    /// </summary>
    public Task<(Refusal? Refusal, Session Session)> AttemptAsync(
        string? subject, string operation, Func<Session, SessionStep> step, CancellationToken cancellationToken) =>
        ApplyAsync(
            session =>
            {
                var done = step(session);
                return done.Refusal is { } refusal && !session.HasEnded
                    ? done with { Events = [.. done.Events, new SessionEvent.AttemptRefused(subject, operation, refusal)] }
                    : done;
            },
            cancellationToken);

    /// <summary>Does one step, after everything that is due. Answers the refusal, if any, and the session after it.</summary>
    public async Task<(Refusal? Refusal, Session Session)> ApplyAsync(
        Func<Session, SessionStep> step, CancellationToken cancellationToken)
    {
        await gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var before = current;
            var due = before.PassTime(time);
            var done = due.Then(step);
            // A refused step undoes nothing that time has done.
            await CommitAsync(before, done).ConfigureAwait(false);
            return (done.Refusal, current);
        }
        finally
        {
            gate.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        timer.Dispose();
        gate.Dispose();
    }

    private async Task CommitAsync(Session before, SessionStep done)
    {
        if (done.Events.IsEmpty)
            return;
        var after = done.Session;
        done = done with { Events = [.. before.ViewsEndedBy(after), .. done.Events, .. before.ViewsBegunBy(after)] };
        listener.Restrict(after);
        if (done.Events.Any(happened => happened.Lasts))
        {
            try
            {
                // Not the caller's token: a browser that hangs up must not leave half a change.
                lastEntry = await store.SaveAsync(after, done.Events, lastEntry, time.GetUtcNow(), CancellationToken.None).ConfigureAwait(false);
            }
            catch
            {
                listener.Changed(new SessionChange(before, before, []));
                throw;
            }
        }

        current = after;
        WakeAtNextDeadline();
        listener.Changed(new SessionChange(before, after, done.Events));
    }

    private void WakeAtNextDeadline()
    {
        if (current.HasEnded)
        {
            timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            return;
        }

        var wait = current.NextDeadline() - time.GetUtcNow();
        // A timer counts whole milliseconds and must not wake too early.
        timer.Change(TimeSpan.FromMilliseconds(Math.Max(1, Math.Ceiling(wait.TotalMilliseconds))), Timeout.InfiniteTimeSpan);
    }

    private async Task WakeAsync()
    {
        try
        {
            await ApplyAsync(SessionStep.From, CancellationToken.None).ConfigureAwait(false);
            if (!current.HasEnded)
                WakeAtNextDeadline();
        }
        catch (ObjectDisposedException)
        {
            // The node is stopping; the session goes on where it was written.
        }
        catch (Exception error)
        {
            listener.Failed(current.Id, error);
            timer.Change(TimeSpan.FromSeconds(5), Timeout.InfiniteTimeSpan);
        }
    }
}
