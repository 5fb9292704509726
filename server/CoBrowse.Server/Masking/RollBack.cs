namespace CoBrowse.Server.Masking;

/// <summary>Which version to go back to.</summary>
internal sealed record RollBack(int Version, string? Note);
