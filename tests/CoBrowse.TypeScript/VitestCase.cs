namespace CoBrowse.Tests.TypeScript;

/// <summary>One case as Vitest reported it. <paramref name="Failure"/> is null where it passed.</summary>
public sealed record VitestCase(string File, string Title, string? Failure, bool Skipped)
{
    /// <summary>What the test runner shows as the row's name.</summary>
    public override string ToString() => $"{File} › {Title}";
}
