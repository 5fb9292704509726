using CoBrowse.Gateway.Injection;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using Yarp.ReverseProxy.Transforms;
using Yarp.ReverseProxy.Transforms.Builder;

namespace CoBrowse.Gateway.Routing;

/// <summary>What changes on the way to the portal and back.</summary>
internal sealed class PortalTransforms(
    IOptions<GatewayOptions> options,
    RedirectRewriting redirects,
    CookieRewriting cookies,
    SnippetInjection injection) : ITransformProvider
{
    public void ValidateRoute(TransformRouteValidationContext context) { }

    public void ValidateCluster(TransformClusterValidationContext context) { }

    public void Apply(TransformBuilderContext context)
    {
        if (context.Route.ClusterId != GatewayRoutes.Portal)
            return;

        if (options.Value.PreserveHost)
            context.AddOriginalHost(true);
        context.AddRequestTransform(request =>
        {
            if (!options.Value.PreserveHost)
                SpeakAsPortal(request);
            injection.PrepareRequest(request.HttpContext, request.ProxyRequest);
            return ValueTask.CompletedTask;
        });
        context.AddResponseTransform(async response =>
        {
            if (response.ProxyResponse is null)
                return;
            var http = response.HttpContext;
            // It would lead the browser around the gateway.
            http.Response.Headers.Remove(HeaderNames.AltSvc);
            redirects.Rewrite(http);
            cookies.Rewrite(http);
            await injection.PrepareResponseAsync(http, response.ProxyResponse);
        });
    }

    /// <summary>
    /// A portal that compares Origin or Referer with its own name would refuse its own forms. Only the gateway's own
    /// origin becomes the portal's: requests from elsewhere stay recognisable as such.
    /// </summary>
    private void SpeakAsPortal(RequestTransformContext request)
    {
        var own = GatewayAddress.Origin(request.HttpContext.Request);
        var portal = GatewayAddress.Normalize(options.Value.Portal);
        var incoming = request.HttpContext.Request.Headers;
        var outgoing = request.ProxyRequest.Headers;
        if (string.Equals(incoming.Origin, own, StringComparison.OrdinalIgnoreCase))
        {
            outgoing.Remove(HeaderNames.Origin);
            outgoing.TryAddWithoutValidation(HeaderNames.Origin, portal);
        }

        var referer = incoming.Referer.ToString();
        if (referer.StartsWith(own + "/", StringComparison.OrdinalIgnoreCase))
        {
            outgoing.Remove(HeaderNames.Referer);
            outgoing.TryAddWithoutValidation(HeaderNames.Referer, portal + referer[own.Length..]);
        }
    }
}
