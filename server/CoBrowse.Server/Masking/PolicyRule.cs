namespace CoBrowse.Server.Masking;

/// <summary>What is done with the elements that a selector finds. Of all rules that find one, the strictest wins.</summary>
internal sealed record PolicyRule
{
    public required string Select { get; init; }

    /// <summary>A glob over the page's path; null: everywhere.</summary>
    public string? Page { get; init; }

    /// <summary><c>show</c>, <c>mask</c>, <c>block</c> or <c>field</c>.</summary>
    public required string Effect { get; init; }

    /// <summary>The one attribute that is shown or masked; null: the text.</summary>
    public string? Attribute { get; init; }

    /// <summary>Of a field: <c>value</c>, <c>state</c>, <c>propose</c>, <c>control</c>.</summary>
    public IReadOnlyList<string>? Rights { get; init; }

    /// <summary>Only for those who may see this class of frames.</summary>
    public int? Class { get; init; }
}
