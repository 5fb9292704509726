using CoBrowse.Sessions;

namespace CoBrowse.Server.Starting;

/// <summary>An agent asks a customer, by their reference, whether they want help.</summary>
internal sealed record Invitation(string Id, TenantId Tenant, string Reference, AgentIdentity Agent, DateTimeOffset ExpiresAt);
