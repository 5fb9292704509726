namespace CoBrowse.Server.Tenants;

/// <summary>One rule of <see cref="MaskingOptions"/>.</summary>
internal sealed class MaskingRuleOptions
{
    /// <summary>The CSS selector of the elements.</summary>
    public string Select { get; set; } = string.Empty;

    /// <summary>A glob over the page's path, such as <c>/transfers/*</c>. Default: everywhere.</summary>
    public string? Page { get; set; }

    /// <summary><c>show</c>, <c>mask</c>, <c>block</c> or <c>field</c>.</summary>
    public string Effect { get; set; } = string.Empty;

    /// <summary>The one attribute that is shown or masked. Default: the text.</summary>
    public string? Attribute { get; set; }

    /// <summary>Of a field, each on its own: <c>value</c>, <c>state</c>, <c>propose</c>, <c>control</c>.</summary>
    public List<string> Rights { get; set; } = [];

    /// <summary>The class of frames that the rule is for, 1 to 255. Default: everybody.</summary>
    public int? Class { get; set; }
}
