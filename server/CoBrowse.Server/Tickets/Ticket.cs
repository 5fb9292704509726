using CoBrowse.Server.Identity;

namespace CoBrowse.Server.Tickets;

/// <summary>A ticket's memory: whose it is, until when it can be used first, and the connection that used it.</summary>
internal sealed class Ticket(Caller caller, string? token, DateTimeOffset usableUntil)
{
    public Caller Caller => caller;

    /// <summary>The token that bought it, where its issuer may be asked about it again.</summary>
    public string? Token => token;

    public DateTimeOffset UsableUntil => usableUntil;

    /// <summary>The connection that consumed it.</summary>
    public string? Connection { get; set; }
}
