namespace CoBrowse.Sessions;

/// <summary>The times and bounds that a session keeps.</summary>
public sealed record SessionRules
{
    /// <summary>How long a consent question stays open. Silence is a no. Default 60 s.</summary>
    public TimeSpan ConsentTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long a customer may be away before the session ends. Default 60 s.</summary>
    public TimeSpan CustomerGrace { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>The same where their page was left for another, which may be none that can be shared. Default 3 min.</summary>
    public TimeSpan CustomerElsewhere { get; init; } = TimeSpan.FromMinutes(3);

    /// <summary>How long an agent may be away before losing the place. Default 2 min.</summary>
    public TimeSpan AgentGrace { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>The longest life of a session. Default 8 h.</summary>
    public TimeSpan Lifetime { get; init; } = TimeSpan.FromHours(8);

    /// <summary>How often an agent who asks for control may be told no before asking is over. Default 3.</summary>
    public int ControlDenials { get; init; } = 3;

    /// <summary>How many agents may pair with one session's code before it is dead. Default 10.</summary>
    public int PairingsPerCode { get; init; } = 10;

    /// <summary>How long an invitation of a colleague stays open. Default 60 s.</summary>
    public TimeSpan InvitationTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long after an invitation the same colleague is not invited again. Default 15 s.</summary>
    public TimeSpan InvitationPause { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How many invitations one session sends. Default 40.</summary>
    public int Invitations { get; init; } = 40;

    /// <summary>How many agents sit in one session at once, and are invited to it at once. Default 10.</summary>
    public int Agents { get; init; } = 10;

    /// <summary>After so many supervisors whom the customer did not want, no other one asks. Default 2.</summary>
    public int SupervisorsRefused { get; init; } = 2;

    /// <summary>What customers are told of supervisors. Default: they are asked.</summary>
    public Supervision Supervision { get; init; } = Supervision.Ask;
}
