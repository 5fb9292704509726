using System.CommandLine;
using CoBrowse.Cli.Audit;

namespace CoBrowse.Cli;

/// <summary>The command line.</summary>
internal static class Program
{
    public static int Main(string[] args) =>
        new RootCommand("CoBrowse: what those who run it need beside the server.") { AuditCommand.Create() }.Parse(args).Invoke();
}
