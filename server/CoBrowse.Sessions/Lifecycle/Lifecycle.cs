using System.Diagnostics;
using CoBrowse.Protocol;

namespace CoBrowse.Sessions;

/// <summary>Where a session stands: created → waiting → claimed → consenting → active ⇄ paused → ended.</summary>
public abstract record Lifecycle
{
    private Lifecycle()
    {
    }

    /// <summary>The customer's page has asked, but has not connected yet.</summary>
    public sealed record Created : Lifecycle;

    /// <summary>In the queue.</summary>
    public sealed record Waiting(DateTimeOffset Since) : Lifecycle;

    /// <summary>An agent took it while the customer was away; the question is put when the customer returns.</summary>
    public sealed record Claimed : Lifecycle;

    /// <summary>The customer is being asked, and nobody has consent yet.</summary>
    public sealed record Consenting : Lifecycle;

    /// <summary>At least one agent has consent. Only here frames pass.</summary>
    public sealed record Active : Lifecycle;

    /// <summary>The customer holds the frames back; consents stay.</summary>
    public sealed record Paused : Lifecycle;

    /// <summary>Over, for ever.</summary>
    public sealed record Ended(EndReason Reason, DateTimeOffset At) : Lifecycle;

    /// <summary>The name of this state on the wire.</summary>
    public SessionState State => this switch
    {
        Created => SessionState.Created,
        Waiting => SessionState.Waiting,
        Claimed => SessionState.Claimed,
        Consenting => SessionState.Consenting,
        Active => SessionState.Active,
        Paused => SessionState.Paused,
        Ended => SessionState.Ended,
        _ => throw new UnreachableException(),
    };
}
