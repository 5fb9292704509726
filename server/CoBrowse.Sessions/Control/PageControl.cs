using System.Collections.Immutable;

namespace CoBrowse.Sessions;

/// <summary>Who acts on the customer's page. One agent at most: a second holder cannot be written. Never stored.</summary>
public abstract record PageControl
{
    private PageControl()
    {
    }

    /// <summary>Nobody does, nobody asks.</summary>
    public sealed record Free : PageControl;

    /// <summary>The customer is being asked, in the document that <paramref name="TabId"/> names.</summary>
    public sealed record Asked(ParticipantId Agent, string TabId, ConsentRequestId Request, DateTimeOffset ExpiresAt) : PageControl;

    /// <summary>
    /// An agent does, in the one document that <paramref name="TabId"/> names: every document of a customer's browser
    /// has another one.
    /// </summary>
    public sealed record Held(ParticipantId Agent, string TabId) : PageControl
    {
        /// <summary>The customer's own hands are on the page: nothing passes meanwhile.</summary>
        public bool Yields { get; init; }

        /// <summary>The number of the last action that passed.</summary>
        public int Last { get; init; }

        /// <summary>What passed and was not answered yet, in order.</summary>
        public ImmutableList<PassedAction> Unanswered { get; init; } = [];
    }
}
