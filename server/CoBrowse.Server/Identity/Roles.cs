namespace CoBrowse.Server.Identity;

/// <summary>Names of schemes, policies and of the claims that we alone write.</summary>
internal static class Roles
{
    public const string Customer = "customer";
    public const string Agent = "agent";
    public const string Supervisor = "supervisor";
    public const string Administrator = "administrator";
}
