namespace CoBrowse.Server.Sessions;

/// <summary>What a customer's page sends to ask for help.</summary>
public sealed record OpenSession(string? Tenant, string? Topic);
