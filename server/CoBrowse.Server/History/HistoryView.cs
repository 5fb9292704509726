namespace CoBrowse.Server.History;

/// <summary>A page of past sessions, the newest first. Next: what to ask for the page after it with; null after the last.</summary>
public sealed record HistoryView(IReadOnlyList<PastSessionView> Sessions, string? Next);
