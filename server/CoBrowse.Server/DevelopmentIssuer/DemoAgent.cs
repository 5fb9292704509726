namespace CoBrowse.Server.DevelopmentIssuer;

/// <summary>Someone to sign in as while developing.</summary>
internal sealed record DemoAgent(string Subject, string Name, string Title, params IReadOnlyList<string> Roles)
{
    public static IReadOnlyList<DemoAgent> All { get; } =
    [
        new("alex", "Alex Morgan", "Support", "agent"),
        new("sam", "Sam Rivera", "Mortgage desk", "agent", "wealth"),
        new("noor", "Noor Haddad", "Cards desk", "agent"),
        new("kim", "Kim Sander", "Supervisor", "supervisor", "administrator"),
        new("robin", "Robin Vega", "Policy administrator", "administrator"),
    ];
}
