using CoBrowse.Sessions;

namespace CoBrowse.Server.Starting;

/// <summary>A link that an agent made. It is remembered for a while after it was used, so that the second who opens it learns why not.</summary>
internal sealed record AgentLink(TenantId Tenant, AgentIdentity Agent, DateTimeOffset ExpiresAt, bool Used);
