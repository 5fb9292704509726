namespace CoBrowse.Server.Assets;

/// <summary>Hashes that a customer's page refers to.</summary>
public sealed record AssetQuestion(IReadOnlyList<string>? Hashes);
