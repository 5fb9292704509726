namespace CoBrowse.Server.Tickets;

/// <summary>A ticket, and the seconds in which it can open a connection.</summary>
public sealed record SoldTicket(string Ticket, int ExpiresIn);
