using CoBrowse.Protocol;
using CoBrowse.Server.Tenants;

namespace CoBrowse.Server.Identity;

/// <summary>Whether an authenticated caller may come in from where the request comes from.</summary>
internal sealed class CallerGate(TenantRegistry tenants)
{
    public Refusal? RefusalFor(HttpRequest request, Caller caller) => caller switch
    {
        Caller.Customer customer => RefusalFor(request, customer),
        Caller.Agent agent when tenants.IsDisabled(agent.Tenant, agent.Identity.Subject) => Refusal.NotAllowed,
        Caller.Administrator administrator when tenants.IsDisabled(administrator.Tenant, administrator.Subject) => Refusal.NotAllowed,
        Caller.Agent or Caller.Administrator when !request.IsOwnOrigin() => Refusal.OriginNotAllowed,
        _ => null,
    };

    private Refusal? RefusalFor(HttpRequest request, Caller.Customer customer)
    {
        // A browser names the origin with each WebSocket and each request that changes something. Only a plain GET of
        // the same origin, as long polling behind the gateway, names none.
        var origin = request.Origin();
        if (origin is null)
        {
            return HttpMethods.IsGet(request.Method) && !request.Headers.ContainsKey("Upgrade") && !request.Headers.ContainsKey("Origin")
                ? null
                : Refusal.OriginNotAllowed;
        }

        return string.Equals(origin, customer.Origin, StringComparison.OrdinalIgnoreCase) && tenants.Allows(customer.Tenant, origin)
            ? null
            : Refusal.OriginNotAllowed;
    }
}
