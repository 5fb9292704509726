namespace CoBrowse.Server.WatchQuery;

/// <summary>The keys that this node signs answers with.</summary>
public sealed record PublishedKeys(IReadOnlyList<PublishedKey> Keys);
