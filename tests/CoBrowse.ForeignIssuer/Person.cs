namespace CoBrowse.Tests.ForeignIssuer;

/// <summary>Somebody in a company's directory. It knows nothing of roles: only groups, as directories do.</summary>
internal sealed record Person(string Number, string DisplayName, string Job, string Company, params IReadOnlyList<string> Groups)
{
    /// <summary>Whose access tokens are good for three seconds only.</summary>
    public const string Contractors = "KB-Contractors";

    /// <summary>How long this person's access tokens are good; null: as long as everybody's.</summary>
    public TimeSpan? AccessTokens => Groups.Contains(Contractors) ? TimeSpan.FromSeconds(3) : null;
}
