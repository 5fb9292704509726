namespace CoBrowse.Gateway;

/// <summary>
/// What the gateway says. YARP's own words about failed requests are switched off in appsettings.json: a browser that
/// leaves a page is none, and their addresses carry tickets.
/// </summary>
internal static partial class GatewayLog
{
    [LoggerMessage(1, LogLevel.Information,
        "The portal {Portal}, with CoBrowse in its pages: open {Address}.\nThe snippet talks to {Server} through {Prefix}; agents sign in at {Server}/console/")]
    public static partial void Started(this ILogger logger, string portal, string address, string server, string prefix);

    [LoggerMessage(2, LogLevel.Warning,
        "The portal's Content-Security-Policy does not let the snippet run. Start with --Gateway:ExtendContentSecurityPolicy=true to add what it needs")]
    public static partial void SnippetForbidden(this ILogger logger);

    [LoggerMessage(3, LogLevel.Warning, "A page came with the content encoding '{Encoding}', which the gateway cannot read: it is passed on without the snippet")]
    public static partial void EncodingUnknown(this ILogger logger, string encoding);

    [LoggerMessage(4, LogLevel.Warning, "The cookie '{Name}' needs https, but the browser reached the gateway over http: the browser will refuse it")]
    public static partial void CookieNeedsHttps(this ILogger logger, string name);

    [LoggerMessage(5, LogLevel.Warning, "{Destination} did not answer ({Error})")]
    public static partial void Unreachable(this ILogger logger, string destination, string error);
}
