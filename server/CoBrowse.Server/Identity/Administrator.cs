using System.Diagnostics;
using System.Security.Claims;
using CoBrowse.Sessions;

namespace CoBrowse.Server.Identity;

/// <summary>Who administers a tenant, whether or not they help customers too.</summary>
internal sealed record Administrator(TenantId Tenant, string Subject, string Name)
{
    /// <summary>Reads what <see cref="Policies.Administrator"/> has let in.</summary>
    public static Administrator Of(ClaimsPrincipal principal) => Caller.Read(principal) switch
    {
        Caller.Administrator administrator => new Administrator(administrator.Tenant, administrator.Subject, administrator.Name),
        Caller.Agent { Administers: true } agent => new Administrator(agent.Tenant, agent.Identity.Subject, agent.Identity.Name),
        _ => throw new UnreachableException(),
    };
}
