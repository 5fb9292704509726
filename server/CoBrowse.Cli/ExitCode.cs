namespace CoBrowse.Cli;

/// <summary>What a command answers to the shell.</summary>
internal static class ExitCode
{
    public const int Fine = 0;

    /// <summary>It was looked at, and is not as it should be.</summary>
    public const int Found = 1;

    /// <summary>It could not be looked at.</summary>
    public const int Failed = 2;
}
