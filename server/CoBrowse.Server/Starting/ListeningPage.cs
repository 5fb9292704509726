namespace CoBrowse.Server.Starting;

/// <summary>What the page of an identified customer sends. Invitation and NotNow are for an answer.</summary>
public sealed record ListeningPage(string? Tenant, string? Identity, string? Invitation, bool NotNow);
