using CoBrowse.Sessions;

namespace CoBrowse.Server.Sessions;

/// <summary>Section <c>Sessions</c>.</summary>
internal sealed class SessionOptions
{
    /// <summary>How long a consent question stays open. Default: 60 s.</summary>
    public TimeSpan ConsentTimeout { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>How long a customer may be away. Default: 60 s.</summary>
    public TimeSpan CustomerGrace { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>The same where their page was left for another, such as a document. Default: 3 min.</summary>
    public TimeSpan CustomerElsewhere { get; set; } = TimeSpan.FromMinutes(3);

    /// <summary>How long an agent may be away. Default: 2 min.</summary>
    public TimeSpan AgentGrace { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>The longest life of a session. Default: 8 h.</summary>
    public TimeSpan Lifetime { get; set; } = TimeSpan.FromHours(8);

    /// <summary>How many agents may pair with one session's code. Default: 10.</summary>
    public int PairingsPerCode { get; set; } = 10;

    /// <summary>How long an invitation of a colleague stays open. Default: 60 s.</summary>
    public TimeSpan InvitationTimeout { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>How many wrong codes an agent may try within <see cref="WrongCodeWindow"/>. Default: 10.</summary>
    public int WrongCodes { get; set; } = 10;

    /// <summary>The same for an address, which a whole office may share. Default: 200.</summary>
    public int WrongCodesPerAddress { get; set; } = 200;

    /// <summary>The same for a tenant, whose agents and addresses may be many. Default: 500.</summary>
    public int WrongCodesPerTenant { get; set; } = 500;

    /// <summary>The window of all three. Default: 10 min.</summary>
    public TimeSpan WrongCodeWindow { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>How many sessions one address may open in a minute. Default: 30.</summary>
    public int OpenedPerMinute { get; set; } = 30;

    public SessionRules ToRules() => new()
    {
        ConsentTimeout = ConsentTimeout,
        CustomerGrace = CustomerGrace,
        CustomerElsewhere = CustomerElsewhere,
        AgentGrace = AgentGrace,
        Lifetime = Lifetime,
        PairingsPerCode = PairingsPerCode,
        InvitationTimeout = InvitationTimeout,
    };

    public CodeLimits ToCodeLimits() => new(WrongCodes, WrongCodesPerAddress, WrongCodesPerTenant, WrongCodeWindow);

    public IEnumerable<string> Mistakes()
    {
        (string Name, TimeSpan Value)[] times =
        [
            (nameof(ConsentTimeout), ConsentTimeout), (nameof(CustomerGrace), CustomerGrace),
            (nameof(CustomerElsewhere), CustomerElsewhere), (nameof(AgentGrace), AgentGrace),
            (nameof(Lifetime), Lifetime), (nameof(WrongCodeWindow), WrongCodeWindow),
            (nameof(InvitationTimeout), InvitationTimeout),
        ];
        foreach (var (name, value) in times)
        {
            if (value <= TimeSpan.Zero || value > TimeSpan.FromDays(7))
                yield return $"Sessions:{name} must be more than zero and at most 7 days.";
        }

        (string Name, int Value)[] counts =
        [
            (nameof(PairingsPerCode), PairingsPerCode), (nameof(WrongCodes), WrongCodes),
            (nameof(WrongCodesPerAddress), WrongCodesPerAddress), (nameof(WrongCodesPerTenant), WrongCodesPerTenant),
            (nameof(OpenedPerMinute), OpenedPerMinute),
        ];
        foreach (var (name, value) in counts)
        {
            if (value < 1)
                yield return $"Sessions:{name} must be at least 1.";
        }
    }
}
