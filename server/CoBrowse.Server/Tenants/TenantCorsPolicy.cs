using Microsoft.AspNetCore.Cors.Infrastructure;

namespace CoBrowse.Server.Tenants;

/// <summary>
/// Opens customers' endpoints to the origins of the tenants' portals. Which tenant it is only the request says;
/// the endpoint checks it again against that one.
/// </summary>
internal sealed class TenantCorsPolicy(TenantRegistry tenants, RefusedPortals refused) : ICorsPolicyProvider
{
    public const string Name = "portal";

    public Task<CorsPolicy?> GetPolicyAsync(HttpContext context, string? policyName) => Task.FromResult(
        policyName == Name
            ? new CorsPolicyBuilder()
                .SetIsOriginAllowed(IsAllowed)
                .WithMethods("GET", "POST", "PUT", "DELETE")
                .WithHeaders("authorization", "content-encoding", "content-type", "x-requested-with", "x-signalr-user-agent")
                // The official SignalR client asks for it; nothing here reads a cookie.
                .AllowCredentials()
                .SetPreflightMaxAge(TimeSpan.FromHours(1))
                .Build()
            : null);

    private bool IsAllowed(string origin)
    {
        if (tenants.AnyAllows(origin))
            return true;
        refused.UnknownOrigin(origin);
        return false;
    }
}
