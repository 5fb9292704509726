namespace CoBrowse.Server.Masking;

/// <summary>A class of frames, and the desk roles whose agents may see it.</summary>
internal sealed record PolicyClass
{
    public required int Class { get; init; }

    public required string Name { get; init; }

    public required IReadOnlyList<string> Roles { get; init; }
}
