namespace CoBrowse.Server.Starting;

/// <summary>An invitation as the customer's page shows it. ExpiresIn is in seconds.</summary>
public sealed record CustomerInvitationView(string Id, string AgentName, string? AgentTitle, int ExpiresIn);
