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
/// </summary>
internal sealed class TicketBooth(IOptions<TicketOptions> options, TimeProvider time)
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, Ticket> tickets = [];
    private DateTimeOffset nextSweep;

    public TimeSpan Lifetime => options.Value.Lifetime;

    public string Sell(Caller caller)
    {
        var text = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        var now = time.GetUtcNow();
        lock (gate)
        {
            Sweep(now);
            tickets[text] = new Ticket(caller, now + Lifetime);
        }

        return text;
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
    }
}
