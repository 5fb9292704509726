using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using Yarp.ReverseProxy.Transforms;
using Yarp.ReverseProxy.Transforms.Builder;

namespace CoBrowse.Gateway.Routing;

/// <summary>
/// What passes to the CoBrowse server. The browser attaches the portal's cookies, credentials and page address to
/// requests on its own host; none of them is the server's business.
/// </summary>
internal sealed class ServerTransforms(IOptions<GatewayOptions> options) : ITransformProvider
{
    public void ValidateRoute(TransformRouteValidationContext context) { }

    public void ValidateCluster(TransformClusterValidationContext context) { }

    public void Apply(TransformBuilderContext context)
    {
        if (context.Route.ClusterId != GatewayRoutes.Server)
            return;

        context.AddPathRemovePrefix(options.Value.Prefix);
        context.AddRequestHeaderRemove(HeaderNames.Cookie);
        context.AddRequestHeaderRemove(HeaderNames.Referer);
        context.AddRequestTransform(request =>
        {
            var headers = request.HttpContext.Request.Headers;
            if (!headers.Authorization.ToString().StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase))
                request.ProxyRequest.Headers.Remove(HeaderNames.Authorization);

            // A same-origin GET carries no Origin, yet the server asks for one at each connection. Sec-Fetch-Site can
            // only be set by the browser itself.
            if (headers.Origin.Count == 0 && headers["Sec-Fetch-Site"] == "same-origin")
                request.ProxyRequest.Headers.TryAddWithoutValidation(HeaderNames.Origin, GatewayAddress.Origin(request.HttpContext.Request));
            return ValueTask.CompletedTask;
        });
        context.AddResponseHeaderRemove(HeaderNames.SetCookie);
    }
}
