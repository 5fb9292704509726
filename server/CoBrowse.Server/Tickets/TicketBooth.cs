using System.Buffers.Text;
using System.Security.Cryptography;
using CoBrowse.Server.Identity;
using Microsoft.Extensions.Options;

namespace CoBrowse.Server.Tickets;

/// <summary>
/// Sells and takes tickets for hubs, so that no token ever stands in an address.
/// <code>
/// negotiate          → valid, not consumed
/// first connect      → consumed, bound to its connection id
/// connect, same id   → valid (long polling presents it with every request)
/// connect, other id  → refused
/// </code>
/// A used ticket must be kept while its connection may present it again. So that reconnecting for hours fills no
/// memory, a caller has at most <see cref="PerCaller"/>; one more pushes out the oldest.
/// </summary>
internal sealed class TicketBooth(IOptions<TicketOptions> options, TimeProvider time)
{
    /// <summary>More tabs and devices than one person has open at once.</summary>
    public const int PerCaller = 32;

    private readonly Lock gate = new();
    private readonly Dictionary<string, Ticket> tickets = [];
    private readonly Dictionary<object, Queue<string>> bought = [];
    private DateTimeOffset nextSweep;

    public TimeSpan Lifetime => options.Value.Lifetime;

    public string Sell(Caller caller, string? token = null)
    {
        var text = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        var now = time.GetUtcNow();
        lock (gate)
        {
            Sweep(now);
            tickets[text] = new Ticket(caller, token, now + Lifetime);
            if (!bought.TryGetValue(caller.Key, out var own))
                bought[caller.Key] = own = new Queue<string>();
            own.Enqueue(text);
            if (own.Count > PerCaller)
                tickets.Remove(own.Dequeue());
        }

        return text;
    }

    /// <summary>How many tickets are remembered.</summary>
    public int Count
    {
        get
        {
            lock (gate)
                return tickets.Count;
        }
    }

    /// <summary>Whether it could open a connection now.</summary>
    public Caller? Look(string text)
    {
        lock (gate)
        {
            return Valid(text) is { Connection: null } ticket && time.GetUtcNow() < ticket.UsableUntil ? ticket.Caller : null;
        }
    }

    /// <summary>Opens the connection <paramref name="connection"/>, or goes on with it.</summary>
    public Caller? Take(string text, string connection)
    {
        lock (gate)
        {
            if (Valid(text) is not { } ticket)
                return null;
            if (ticket.Connection is null && time.GetUtcNow() < ticket.UsableUntil)
                ticket.Connection = connection;
            return ticket.Connection == connection ? ticket.Caller : null;
        }
    }

    /// <summary>The token that bought it.</summary>
    public string? TokenOf(string text)
    {
        lock (gate)
            return Valid(text)?.Token;
    }

    private Ticket? Valid(string text) =>
        tickets.TryGetValue(text, out var ticket) && time.GetUtcNow() < ticket.Caller.ExpiresAt ? ticket : null;

    private void Sweep(DateTimeOffset now)
    {
        if (now < nextSweep)
            return;
        nextSweep = now + Lifetime;
        foreach (var (text, ticket) in tickets)
        {
            var end = ticket.Connection is null ? ticket.UsableUntil : ticket.Caller.ExpiresAt;
            if (end <= now)
                tickets.Remove(text);
        }

        foreach (var (caller, own) in bought)
        {
            // In the order of their purchase, which need not be that of their end.
            for (var left = own.Count; left > 0; left--)
            {
                if (own.Dequeue() is var text && tickets.ContainsKey(text))
                    own.Enqueue(text);
            }

            if (own.Count == 0)
                bought.Remove(caller);
        }
    }
}
