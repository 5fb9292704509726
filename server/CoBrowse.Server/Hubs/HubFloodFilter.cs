using CoBrowse.Protocol;
using CoBrowse.Server.Identity;
using CoBrowse.Server.Network;
using CoBrowse.Server.Refusals;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Options;

namespace CoBrowse.Server.Hubs;

/// <summary>
/// Bounds how many hub connections one address has at once. A WebSocket is one request for as long as it lasts, and long
/// polling has one open nearly always, so open requests are counted.
/// </summary>
internal sealed class HubFloodFilter(RequestDelegate next, IOptions<NetworkOptions> options)
{
    private readonly AddressCounts counts = new(options.Value.Limits.HubsPerAddress);

    public async Task InvokeAsync(HttpContext context)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<HubMetadata>() is null || HubExtensions.IsNegotiation(context))
        {
            await next(context);
            return;
        }

        var key = AddressLimit.KeyOf(context);
        if (!counts.Take(key))
        {
            await Refusal.TooManyAttempts.ToProblem().ExecuteAsync(context);
            return;
        }

        try
        {
            await next(context);
        }
        finally
        {
            counts.Return(key);
        }
    }
}
