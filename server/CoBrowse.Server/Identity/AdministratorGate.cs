using CoBrowse.Server.Refusals;

namespace CoBrowse.Server.Identity;

/// <summary>Lets administrators in from the server's own pages only, and not those who were put out.</summary>
internal sealed class AdministratorGate(CallerGate gate) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        http.Response.Headers.CacheControl = "no-store";
        return gate.RefusalFor(http.Request, Caller.Read(http.User)!) is { } refusal ? refusal.ToProblem() : await next(context);
    }
}
