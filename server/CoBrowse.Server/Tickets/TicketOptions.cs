namespace CoBrowse.Server.Tickets;

/// <summary>Section <c>Tickets</c>.</summary>
internal sealed class TicketOptions
{
    /// <summary>How long a ticket can open a connection. Default: 60 s.</summary>
    public TimeSpan Lifetime { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>Most tickets that one address may ask for in a minute. Default: 120.</summary>
    public int PerMinute { get; set; } = 120;
}
