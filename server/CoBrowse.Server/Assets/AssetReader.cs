using CoBrowse.Sessions;

namespace CoBrowse.Server.Assets;

/// <summary>Whose browser reads, and what it may read while the customer lets that agent look.</summary>
internal sealed record AssetReader(AssetScope.OfSession Scope, ParticipantId Agent)
{
    /// <summary>Whether the customer lets this agent look now. An address outlives a withdrawn consent, its use does not.</summary>
    public bool MayRead(Session session) =>
        !session.HasEnded && session.Agents.Exists(agent => agent.Id == Agent && agent.MayView);
}
