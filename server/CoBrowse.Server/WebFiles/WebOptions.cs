namespace CoBrowse.Server.WebFiles;

/// <summary>Section <c>Web</c>.</summary>
internal sealed class WebOptions
{
    /// <summary>The folder with <c>snippet</c>, <c>console</c> and <c>demo</c>. Default: <c>web</c> beside the program.</summary>
    public string Path { get; set; } = System.IO.Path.Combine(AppContext.BaseDirectory, "web");
}
