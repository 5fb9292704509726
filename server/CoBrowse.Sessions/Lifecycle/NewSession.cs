namespace CoBrowse.Sessions;

/// <summary>What a customer's page asks for.</summary>
public sealed record NewSession(TenantId Tenant, string Origin, string? Topic);
