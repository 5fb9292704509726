namespace CoBrowse.Server.Sessions;

/// <summary>
/// What a customer's page sends to ask for help. Link is the token of an agent's link, Invitation the id of an agent's
/// invitation, Identity a token by which the tenant's backend says who the customer is.
/// </summary>
public sealed record OpenSession(
    string? Tenant, string? Topic, string? Link = null, string? Invitation = null, string? Identity = null)
{
    /// <summary>Not its secrets: a record may be written somewhere.</summary>
    public override string ToString() => "a wish for a session";
}
