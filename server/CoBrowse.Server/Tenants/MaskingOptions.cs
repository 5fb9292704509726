namespace CoBrowse.Server.Tenants;

/// <summary>
/// The masking policy that goes to customers' browsers with the join, until an administrator has made another one.
/// </summary>
internal sealed class MaskingOptions
{
    /// <summary><c>strict</c>: text is masked unless allowed; <c>standard</c>: shown unless masked. Default: strict.</summary>
    public string Text { get; set; } = "strict";

    /// <summary>Selectors of text that may show under <c>strict</c>.</summary>
    public List<string> Allow { get; set; } = [];

    /// <summary>Selectors of text to mask under <c>standard</c>.</summary>
    public List<string> Mask { get; set; } = [];

    /// <summary>Selectors of subtrees that are never sent.</summary>
    public List<string> Block { get; set; } = [];

    /// <summary>Rules for single elements, fields and attributes. The strictest that finds an element wins.</summary>
    public List<MaskingRuleOptions> Rules { get; set; } = [];

    /// <summary>Regular expressions, as JavaScript writes them, of text that is always masked: national ids and the like.</summary>
    public List<string> Patterns { get; set; } = [];

    /// <summary>Classes of frames that not every agent may see.</summary>
    public List<MaskingClassOptions> Classes { get; set; } = [];
}
