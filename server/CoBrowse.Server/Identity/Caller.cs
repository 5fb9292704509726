using System.Globalization;
using System.Security.Claims;
using CoBrowse.Protocol;
using CoBrowse.Sessions;

namespace CoBrowse.Server.Identity;

/// <summary>Who calls, after the token was checked. Issuers' claims are read into it once; only our own go further.</summary>
internal abstract record Caller(TenantId Tenant, DateTimeOffset ExpiresAt)
{
    private const string Role = "cobrowse/role";
    private const string TenantClaim = "cobrowse/tenant";
    private const string SessionClaim = "cobrowse/session";
    private const string OriginClaim = "cobrowse/origin";
    private const string Subject = "cobrowse/subject";
    private const string Name = "cobrowse/name";
    private const string Title = "cobrowse/title";
    private const string Expires = "cobrowse/expires";

    /// <summary>The customer of one session, at one origin.</summary>
    internal sealed record Customer(TenantId Tenant, DateTimeOffset ExpiresAt, SessionId Session, string Origin)
        : Caller(Tenant, ExpiresAt);

    /// <summary>An agent of a tenant.</summary>
    internal sealed record Agent(TenantId Tenant, DateTimeOffset ExpiresAt, AgentIdentity Identity)
        : Caller(Tenant, ExpiresAt);

    /// <summary>Who it is, whatever token says so: one session's customer, or one person of a tenant.</summary>
    public object Key => this switch
    {
        Customer customer => customer.Session,
        Agent agent => (agent.Tenant, agent.Identity.Subject),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    public static bool Is(ClaimsPrincipal principal, params ReadOnlySpan<string> roles) =>
        principal.FindFirst(Role) is { } role && roles.Contains(role.Value);

    /// <summary>Reads what <see cref="ToPrincipal"/> wrote.</summary>
    public static Caller? Read(ClaimsPrincipal? principal)
    {
        if (principal?.FindFirst(Role)?.Value is not { } role)
            return null;
        string Get(string claim) => principal.FindFirst(claim)!.Value;
        var tenant = new TenantId(Get(TenantClaim));
        var expires = DateTimeOffset.FromUnixTimeSeconds(long.Parse(Get(Expires), CultureInfo.InvariantCulture));
        if (role == Roles.Customer)
            return SessionId.TryParse(Get(SessionClaim), out var session) ? new Customer(tenant, expires, session, Get(OriginClaim)) : null;
        var place = role == Roles.Supervisor ? ParticipantRole.Supervisor : ParticipantRole.Agent;
        return new Agent(tenant, expires, new AgentIdentity(Get(Subject), Get(Name), principal.FindFirst(Title)?.Value, place));
    }

    public ClaimsPrincipal ToPrincipal(string scheme)
    {
        var identity = new ClaimsIdentity(scheme);
        void Add(string claim, string? value)
        {
            if (value is not null)
                identity.AddClaim(new Claim(claim, value));
        }

        Add(TenantClaim, Tenant.Value);
        Add(Expires, ExpiresAt.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        switch (this)
        {
            case Customer customer:
                Add(Role, Roles.Customer);
                Add(SessionClaim, customer.Session.ToString());
                Add(OriginClaim, customer.Origin);
                break;
            case Agent agent:
                Add(Role, agent.Identity.Role == ParticipantRole.Supervisor ? Roles.Supervisor : Roles.Agent);
                Add(Subject, agent.Identity.Subject);
                Add(Name, agent.Identity.Name);
                Add(Title, agent.Identity.Title);
                break;
        }

        return new ClaimsPrincipal(identity);
    }
}
