namespace CoBrowse.Server.Hubs;

/// <summary>Section <c>Relay</c>.</summary>
internal sealed class RelayOptions
{
    /// <summary>Carry frames past the hub. Off: by a hub method, slower, with the same outcome. Default: true.</summary>
    public bool Splice { get; set; } = true;

    /// <summary>Bytes that a slow agent may lag behind. Default: 1 MB.</summary>
    public int LiveBudgetBytes { get; set; } = 1_000_000;
}
