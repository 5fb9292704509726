namespace CoBrowse.Sessions;

/// <summary>What the customer has said about one agent. A no removes the agent, so it has no state here.</summary>
public abstract record Consent
{
    private Consent()
    {
    }

    /// <summary>The customer is away and will be asked on return.</summary>
    public sealed record Unasked : Consent;

    /// <summary>The question is open.</summary>
    public sealed record Asked(ConsentRequestId Request, DateTimeOffset ExpiresAt) : Consent;

    /// <summary>Yes, to this agent, for this session.</summary>
    public sealed record Granted(ConsentRequestId Request, DateTimeOffset At) : Consent;
}
