namespace CoBrowse.Server.Assets;

/// <summary>Those that have to be uploaded.</summary>
public sealed record MissingAssets(IReadOnlyList<string> Missing);
