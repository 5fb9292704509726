namespace CoBrowse.Tests.ForeignIssuer;

/// <summary>What the process is told when it starts.</summary>
internal sealed class IssuerOptions
{
    /// <summary>What it calls itself.</summary>
    public required Uri Issuer { get; init; }

    /// <summary>Where the console takes the issuer's answer.</summary>
    public required Uri Console { get; init; }
}
