namespace CoBrowse.Server.DevelopmentIssuer;

/// <summary>Section <c>DevelopmentIssuer</c>.</summary>
internal sealed class DevelopmentIssuerOptions
{
    /// <summary>Whether the built-in issuer answers. Refused at start outside Development.</summary>
    public bool Enabled { get; set; }
}
