using CoBrowse.Protocol;
using CoBrowse.Server.Refusals;

namespace CoBrowse.Server.Identity;

/// <summary>Lets agents and administrators in from the server's own pages only, and not those who were put out, here or at their issuer.</summary>
internal sealed class DeskGate(CallerGate gate, TokenStanding standing) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        http.Response.Headers.CacheControl = "no-store";
        var caller = Caller.Read(http.User)!;
        if (gate.RefusalFor(http.Request, caller) is { } refusal)
            return refusal.ToProblem();
        return await standing.StandsAsync(caller.Tenant, BearerToken.Of(http.Request), http.RequestAborted)
            ? await next(context)
            : Refusal.NotAllowed.ToProblem();
    }
}
