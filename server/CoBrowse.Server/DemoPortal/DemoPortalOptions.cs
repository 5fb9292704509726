namespace CoBrowse.Server.DemoPortal;

/// <summary>Section <c>DemoPortal</c>.</summary>
internal sealed class DemoPortalOptions
{
    /// <summary>Where the demo bank is served, as an origin of its own. Development only; empty: nowhere.</summary>
    public string Address { get; set; } = string.Empty;
}
