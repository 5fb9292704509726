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
    private const string SubjectClaim = "cobrowse/subject";
    private const string NameClaim = "cobrowse/name";
    private const string Title = "cobrowse/title";
    private const string Desk = "cobrowse/desk";
    private const string Expires = "cobrowse/expires";

    /// <summary>The customer of one session, at one origin.</summary>
    internal sealed record Customer(TenantId Tenant, DateTimeOffset ExpiresAt, SessionId Session, string Origin)
        : Caller(Tenant, ExpiresAt);

    /// <summary>An agent of a tenant, with the desk roles that the issuer names, and perhaps an administrator too.</summary>
    internal sealed record Agent(
        TenantId Tenant, DateTimeOffset ExpiresAt, AgentIdentity Identity, IReadOnlyList<string> Desks, bool Administers)
        : Caller(Tenant, ExpiresAt);

    /// <summary>An administrator of a tenant who is no agent: sees no session.</summary>
    internal sealed record Administrator(TenantId Tenant, DateTimeOffset ExpiresAt, string Subject, string Name)
        : Caller(Tenant, ExpiresAt);

    /// <summary>Who it is, whatever token says so: one session's customer, or one person of a tenant.</summary>
    public object Key => this switch
    {
        Customer customer => customer.Session,
        Agent agent => (agent.Tenant, agent.Identity.Subject),
        Administrator administrator => (administrator.Tenant, administrator.Subject),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    public static bool Is(ClaimsPrincipal principal, params ReadOnlySpan<string> roles)
    {
        foreach (var role in principal.FindAll(Role))
        {
            if (roles.Contains(role.Value))
                return true;
        }

        return false;
    }

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
        if (role == Roles.Administrator)
            return new Administrator(tenant, expires, Get(SubjectClaim), Get(NameClaim));
        var place = role == Roles.Supervisor ? ParticipantRole.Supervisor : ParticipantRole.Agent;
        return new Agent(
            tenant,
            expires,
            new AgentIdentity(Get(SubjectClaim), Get(NameClaim), principal.FindFirst(Title)?.Value, place),
            [.. principal.FindAll(Desk).Select(desk => desk.Value)],
            Is(principal, Roles.Administrator));
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
                Add(SubjectClaim, agent.Identity.Subject);
                Add(NameClaim, agent.Identity.Name);
                Add(Title, agent.Identity.Title);
                foreach (var desk in agent.Desks)
                    Add(Desk, desk);
                if (agent.Administers)
                    Add(Role, Roles.Administrator);
                break;
            case Administrator administrator:
                Add(Role, Roles.Administrator);
                Add(SubjectClaim, administrator.Subject);
                Add(NameClaim, administrator.Name);
                break;
        }

        return new ClaimsPrincipal(identity);
    }
}
