namespace CoBrowse.Server.DevelopmentIssuer;

/// <summary>Someone to sign in as while developing.</summary>
internal sealed record DemoAgent(string Subject, string Name, string Title, string Role)
{
    public static IReadOnlyList<DemoAgent> All { get; } =
    [
        new("alex", "Alex Morgan", "Support", "agent"),
        new("sam", "Sam Rivera", "Mortgage desk", "agent"),
        new("kim", "Kim Sander", "Supervisor", "supervisor"),
    ];
}
