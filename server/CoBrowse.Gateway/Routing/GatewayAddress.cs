namespace CoBrowse.Gateway.Routing;

/// <summary>The gateway's own origin as the browser of a request sees it.</summary>
internal static class GatewayAddress
{
    public static string Origin(HttpRequest request) => $"{request.Scheme}://{request.Host.ToUriComponent()}";

    /// <summary>An origin as browsers write it: without a default port and without a slash at the end.</summary>
    public static string Normalize(string address) => new Uri(address).GetLeftPart(UriPartial.Authority);
}
