namespace CoBrowse.Server.Storage;

/// <summary>Section <c>Storage</c>.</summary>
internal sealed class StorageOptions
{
    /// <summary>The data folder: database, keys, assets. Relative to the content root. Default: <c>data</c>.</summary>
    public string Path { get; set; } = "data";
}
