namespace CoBrowse.Storage.History;

/// <summary>Some past sessions, the newest first. With <paramref name="Next"/> the next page begins; null: there are no more.</summary>
public sealed record HistoryPage(IReadOnlyList<PastSession> Sessions, HistoryPlace? Next);
