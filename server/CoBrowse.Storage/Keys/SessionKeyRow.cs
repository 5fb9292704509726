namespace CoBrowse.Storage.Keys;

/// <summary>
/// The key of one session for one purpose, wrapped under the node's own. The row stays for ever, and what is erased is
/// overwritten in its place by as many zeros: a row that goes, or changes its length, has the database move others, and a
/// copy of a key in a page's unused space would outlive its erasure.
/// </summary>
internal sealed class SessionKeyRow
{
    public const int WrappedBytes = 12 + 32 + 16;

    /// <summary>What is left of an erased key. AES-GCM never writes it.</summary>
    public static readonly byte[] Erased = new byte[WrappedBytes];

    public required Guid SessionId { get; init; }

    public required Purpose Purpose { get; init; }

    public required byte[] Wrapped { get; set; }
}
