namespace CoBrowse.Storage.Keys;

/// <summary>The key of one session's assets, wrapped under the node's own. Deleting it erases them everywhere.</summary>
internal sealed class SessionKeyRow
{
    public required Guid SessionId { get; init; }

    public required byte[] Wrapped { get; init; }
}
