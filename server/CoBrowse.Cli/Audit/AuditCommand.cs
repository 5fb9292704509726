using System.CommandLine;

namespace CoBrowse.Cli.Audit;

/// <summary><c>audit</c>: what was done, and whether its record is whole.</summary>
internal static class AuditCommand
{
    public static Command Create()
    {
        var database = new Argument<string>("database")
        {
            Description = "The node's database, such as data/cobrowse.db. It is only read; the node may run.",
        };
        var json = new Option<bool>("--json") { Description = "Writes one JSON object instead of lines." };
        var verify = new Command("verify", "Finds entries of the audit that were changed, removed, put there or put elsewhere.")
        {
            database,
            json,
        };
        verify.SetAction(parsed => AuditVerification.Run(
            parsed.GetRequiredValue(database), parsed.GetValue(json), parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error));
        return new Command("audit", "The audit of all sessions.") { verify };
    }
}
