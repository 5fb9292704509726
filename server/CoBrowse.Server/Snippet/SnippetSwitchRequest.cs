namespace CoBrowse.Server.Snippet;

/// <summary>Where an administrator wants the snippet stopped; nothing of it starts it everywhere.</summary>
internal sealed record SnippetSwitchRequest(bool Off, IReadOnlyList<string>? Pages, int Percent);
