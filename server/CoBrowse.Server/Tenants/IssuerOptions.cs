namespace CoBrowse.Server.Tenants;

/// <summary>The OIDC issuer of a tenant's agents, and how its claims are read.</summary>
internal sealed class IssuerOptions
{
    /// <summary>Stands for the built-in issuer of Development.</summary>
    public const string Development = "development";

    /// <summary>The issuer's address, https outside Development, or <c>development</c> for the built-in one.</summary>
    public string Authority { get; set; } = string.Empty;

    /// <summary>The audience that access tokens must name.</summary>
    public string Audience { get; set; } = string.Empty;

    /// <summary>The console's client id at the issuer.</summary>
    public string ClientId { get; set; } = string.Empty;

    /// <summary>The scopes that the console asks for.</summary>
    public string Scope { get; set; } = "openid profile";

    /// <summary>Signature algorithms that are accepted.</summary>
    public List<string> Algorithms { get; set; } = [];

    /// <summary>The claim with the roles. All its values count as desk roles for classes of frames.</summary>
    public string RoleClaim { get; set; } = "roles";

    /// <summary>The role of those who may help customers.</summary>
    public string AgentRole { get; set; } = "agent";

    /// <summary>The role of those who may also supervise.</summary>
    public string SupervisorRole { get; set; } = "supervisor";

    /// <summary>The role of those who may change the tenant's masking policy, stop the snippet, and hold and erase sessions.</summary>
    public string AdministratorRole { get; set; } = "administrator";

    /// <summary>The claim with the name that customers are shown.</summary>
    public string NameClaim { get; set; } = "name";

    /// <summary>The claim with the agent's title.</summary>
    public string TitleClaim { get; set; } = "title";

    /// <summary>
    /// The node's own client at the issuer, which asks whether agents' tokens still stand (RFC 7662): who is disabled there
    /// is then out within a minute. Default: nobody asks, and a token stands until it ends.
    /// </summary>
    public string? IntrospectionClientId { get; set; }

    /// <summary>The secret of <see cref="IntrospectionClientId"/>.</summary>
    public string? IntrospectionSecret { get; set; }

    /// <summary>Where several tenants share an issuer: the claim that tells them apart.</summary>
    public string? TenantClaim { get; set; }

    /// <summary>The value of <see cref="TenantClaim"/> for this tenant. Default: the tenant's id.</summary>
    public string? TenantValue { get; set; }
}
