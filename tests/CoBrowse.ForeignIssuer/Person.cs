namespace CoBrowse.Tests.ForeignIssuer;

/// <summary>Somebody in a company's directory. It knows nothing of roles: only groups, as directories do.</summary>
internal sealed record Person(string Number, string DisplayName, string Job, string Company, params IReadOnlyList<string> Groups);
