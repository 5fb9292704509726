using Microsoft.Extensions.Options;
using Yarp.ReverseProxy.Forwarder;
using Yarp.ReverseProxy.Model;

namespace CoBrowse.Gateway.Routing;

/// <summary>Says in words which of the two did not answer, where YARP would send an empty 502, 503 or 504.</summary>
internal static class UnreachableAnswer
{
    public static async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        var route = context.GetReverseProxyFeature().Route.Config.RouteId;
        if (route == GatewayRoutes.Nowhere)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        await next(context);
        if (context.Response.HasStarted || context.GetForwarderErrorFeature() is not { } failure || context.RequestAborted.IsCancellationRequested)
            return;

        var options = context.RequestServices.GetRequiredService<IOptions<GatewayOptions>>().Value;
        var (name, address) = route == GatewayRoutes.Portal ? ("portal", options.Portal) : ("CoBrowse server", options.Server);
        context.RequestServices.GetRequiredService<ILogger<GatewayRoutes>>().Unreachable(address, failure.Error.ToString());
        context.Response.ContentType = "text/plain; charset=utf-8";
        await context.Response.WriteAsync($"The {name} behind this gateway does not answer ({failure.Error}).\n", context.RequestAborted);
    }
}
