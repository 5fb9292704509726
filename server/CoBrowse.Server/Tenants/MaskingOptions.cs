namespace CoBrowse.Server.Tenants;

/// <summary>The masking policy that goes to customers' browsers with the join.</summary>
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
}
