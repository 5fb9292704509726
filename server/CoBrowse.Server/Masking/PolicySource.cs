namespace CoBrowse.Server.Masking;

/// <summary>Where a version came from, as it is written.</summary>
internal static class PolicySource
{
    public const string Configuration = "configuration";
    public const string Administrator = "administrator";
    public const string RollBack = "rollback";
}
