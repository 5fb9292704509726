namespace CoBrowse.Server.Tenants;

/// <summary>
/// Where the operator has stopped the snippet, silently and within a minute. An administrator can stop it in more
/// places, and not start what is stopped here.
/// </summary>
internal sealed class SnippetOptions
{
    /// <summary>Everywhere. Default: false.</summary>
    public bool Off { get; set; }

    /// <summary>On pages whose path one of these globs matches, such as <c>/transfers/*</c>.</summary>
    public List<string> Pages { get; set; } = [];

    /// <summary>For so many of a hundred browsers, always the same ones. Default: 0.</summary>
    public int Percent { get; set; }
}
