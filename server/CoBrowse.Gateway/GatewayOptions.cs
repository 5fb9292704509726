namespace CoBrowse.Gateway;

/// <summary>The gateway's settings, read from the section <c>Gateway</c>. Only <see cref="Portal"/> must be given.</summary>
public sealed class GatewayOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Gateway";

    /// <summary>The portal's origin, without a path, such as <c>http://localhost:8080</c>.</summary>
    public string Portal { get; set; } = "";

    /// <summary>The CoBrowse server's origin, without a path.</summary>
    public string Server { get; set; } = "http://localhost:5080";

    /// <summary>The tenant that the snippet opens sessions for.</summary>
    public string Tenant { get; set; } = "demo";

    /// <summary>
    /// The path below which the gateway answers for the CoBrowse server. Everything else is the portal's, so choose
    /// one that the portal does not use.
    /// </summary>
    public string Prefix { get; set; } = "/_cobrowse";

    /// <summary>
    /// Adds to the portal's Content-Security-Policy exactly what the snippet needs. Off by default: a policy is the
    /// portal's word, and only its operator may relax it.
    /// </summary>
    public bool ExtendContentSecurityPolicy { get; set; }

    /// <summary>
    /// Sends the browser's <c>Host</c> and <c>Origin</c> to the portal as they are. Off by default, so that a portal
    /// sees its own name, as virtual hosts and cross-site request checks expect.
    /// </summary>
    public bool PreserveHost { get; set; }
}
