using CoBrowse.Server.Identity;
using CoBrowse.Server.Refusals;
using Microsoft.AspNetCore.Http.Connections;

namespace CoBrowse.Server.Hubs;

/// <summary>Checks the origin of every request to a hub, before a connection is made or goes on.</summary>
internal sealed class HubOriginFilter(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context, CallerGate gate)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<NegotiateMetadata>() is not null
            || context.GetEndpoint()?.Metadata.GetMetadata<Microsoft.AspNetCore.SignalR.HubMetadata>() is not null)
        {
            if (Caller.Read(context.User) is { } caller && gate.RefusalFor(context.Request, caller) is { } refusal)
            {
                await refusal.ToProblem().ExecuteAsync(context);
                return;
            }
        }

        await next(context);
    }
}
