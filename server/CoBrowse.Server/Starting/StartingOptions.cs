namespace CoBrowse.Server.Starting;

/// <summary>Section <c>Starting</c>: how long the ways into a session stay open.</summary>
internal sealed class StartingOptions
{
    /// <summary>How long a link that an agent made can be opened. Default: 15 min.</summary>
    public TimeSpan LinkLifetime { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>How long an invitation stays on the customer's page. Default: 60 s.</summary>
    public TimeSpan InvitationLifetime { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>How long a customer who said no is not invited again. Default: 1 h.</summary>
    public TimeSpan QuietAfterNo { get; set; } = TimeSpan.FromHours(1);

    /// <summary>The same after "not now". Default: 5 min.</summary>
    public TimeSpan QuietAfterNotNow { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How long a customer who came by a link or an invitation waits for that agent alone. Default: 2 min.</summary>
    public TimeSpan ReservedFor { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>How long an identified customer who comes back waits for the agent they had alone. Default: 1 min.</summary>
    public TimeSpan ReturnReservedFor { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Until when after a session its customer finds the agent they had. Default: 30 min.</summary>
    public TimeSpan ReturnWithin { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>How many references an agent may ask for in ten minutes. Default: 20.</summary>
    public int InvitationsPerAgent { get; set; } = 20;

    /// <summary>The same for a tenant. Default: 1000.</summary>
    public int InvitationsPerTenant { get; set; } = 1000;

    /// <summary>How many requests of listening pages one address may make in a minute. Default: 300.</summary>
    public int ListeningPerMinute { get; set; } = 300;

    public IEnumerable<string> Mistakes()
    {
        (string Name, TimeSpan Value)[] times =
        [
            (nameof(LinkLifetime), LinkLifetime), (nameof(InvitationLifetime), InvitationLifetime), (nameof(QuietAfterNo), QuietAfterNo),
            (nameof(QuietAfterNotNow), QuietAfterNotNow), (nameof(ReservedFor), ReservedFor),
            (nameof(ReturnReservedFor), ReturnReservedFor), (nameof(ReturnWithin), ReturnWithin),
        ];
        foreach (var (name, value) in times)
        {
            if (value <= TimeSpan.Zero || value > TimeSpan.FromDays(1))
                yield return $"Starting:{name} must be more than zero and at most a day.";
        }

        (string Name, int Value)[] counts =
            [(nameof(InvitationsPerAgent), InvitationsPerAgent), (nameof(InvitationsPerTenant), InvitationsPerTenant), (nameof(ListeningPerMinute), ListeningPerMinute)];
        foreach (var (name, value) in counts)
        {
            if (value < 1)
                yield return $"Starting:{name} must be at least 1.";
        }
    }
}
