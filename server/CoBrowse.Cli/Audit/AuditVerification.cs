using System.Text.Json;
using System.Text.Json.Serialization;
using CoBrowse.Sessions;
using CoBrowse.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace CoBrowse.Cli.Audit;

/// <summary>Checks the audit of a database and reports, for people or for programs.</summary>
internal static class AuditVerification
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
    };

    public static int Run(string database, bool json, TextWriter output, TextWriter error)
    {
        if (!File.Exists(database))
        {
            error.WriteLine($"There is no file {database}. Name the node's database: cobrowse.db in the folder of Storage:Path.");
            return ExitCode.Failed;
        }

        try
        {
            var found = AuditFile.Check(database);
            if (json)
                output.WriteLine(JsonSerializer.Serialize(found, Json));
            else
                Report(found, $"{found.Entries} entries of {found.Sessions} sessions and {found.Tenants} tenants", output);
            return found.Faults.Count == 0 ? ExitCode.Fine : ExitCode.Found;
        }
        catch (SqliteException reason)
        {
            error.WriteLine($"{database} cannot be read as a node's database: {reason.Message}");
            error.WriteLine("Name the file cobrowse.db with its -wal file beside it, or a copy that was made of both together.");
            return ExitCode.Failed;
        }
    }

    private static void Report(AuditReport found, string looked, TextWriter output)
    {
        foreach (var fault in found.Faults)
            output.WriteLine($"{fault.Session} {fault.Sequence}: {fault.Message}");
        foreach (var session in found.Erased)
            output.WriteLine($"{session}: erased. What was done stands; who did it, and with what, cannot be read any more.");
        output.WriteLine(found.Faults.Count == 0
            ? $"{looked} are as they were written."
            : $"{found.Faults.Count} faults in {looked}. Keep this file as it is, and compare it with a backup.");
    }
}
