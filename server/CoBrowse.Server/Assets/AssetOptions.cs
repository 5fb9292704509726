using CoBrowse.Protocol;

namespace CoBrowse.Server.Assets;

/// <summary>Section <c>Assets</c>.</summary>
internal sealed class AssetOptions
{
    /// <summary>Largest asset in bytes. Default and most: what the protocol allows.</summary>
    public long LargestBytes { get; set; } = ProtocolLimits.AssetBytes;

    /// <summary>Most bytes that one session may upload, for itself and for its tenant. Default: 256 MB.</summary>
    public long SessionBytes { get; set; } = 256L * 1024 * 1024;

    /// <summary>Most bytes of public assets that a tenant has; beyond it, what was used longest ago goes. Default: 2 GB.</summary>
    public long PublicBytes { get; set; } = 2L * 1024 * 1024 * 1024;

    /// <summary>How long a public asset stays that nobody uses. Default: 30 days.</summary>
    public TimeSpan PublicUnused { get; set; } = TimeSpan.FromDays(30);

    /// <summary>How long an agent may read assets before asking anew. Default: 30 min.</summary>
    public TimeSpan CapabilityLifetime { get; set; } = TimeSpan.FromMinutes(30);

    public IEnumerable<string> Mistakes()
    {
        if (LargestBytes is < 1 or > ProtocolLimits.AssetBytes)
            yield return $"Assets:LargestBytes must be between 1 and {ProtocolLimits.AssetBytes}.";
        if (SessionBytes < LargestBytes)
            yield return "Assets:SessionBytes must be at least Assets:LargestBytes.";
        if (PublicBytes < 2 * LargestBytes)
            yield return "Assets:PublicBytes must be at least twice Assets:LargestBytes.";
        if (PublicUnused < TimeSpan.FromDays(1) || PublicUnused > TimeSpan.FromDays(3650))
            yield return "Assets:PublicUnused must be between one day and ten years.";
        if (CapabilityLifetime < TimeSpan.FromMinutes(1) || CapabilityLifetime > TimeSpan.FromDays(1))
            yield return "Assets:CapabilityLifetime must be between one minute and one day.";
    }
}
