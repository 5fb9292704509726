using System.Xml.Linq;
using CoBrowse.Tests;

namespace CoBrowse.Architecture.Tests;

/// <summary>Who may reference whom, read from the project files.</summary>
public sealed class ProjectReferenceTests
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["CoBrowse.Protocol"] = [],
        ["CoBrowse.Protocol.Generator"] = [],
        ["CoBrowse.SignalR"] = ["CoBrowse.Protocol"],
        ["CoBrowse.Sessions"] = ["CoBrowse.Protocol"],
        ["CoBrowse.Storage"] = ["CoBrowse.Sessions", "CoBrowse.Protocol"],
        ["CoBrowse.Storage.Sqlite"] = ["CoBrowse.Storage"],
        ["CoBrowse.Server"] =
            ["CoBrowse.Protocol", "CoBrowse.SignalR", "CoBrowse.Sessions", "CoBrowse.Storage", "CoBrowse.Storage.Sqlite"],
        ["CoBrowse.Gateway"] = ["CoBrowse.Protocol"],
        // It reads what a node has written, without the node.
        ["CoBrowse.Cli"] = ["CoBrowse.Sessions", "CoBrowse.Storage.Sqlite"],
    };

    // What the domain and the wire must never know: the web, the database.
    private static readonly string[] Plain = ["CoBrowse.Protocol", "CoBrowse.Sessions"];

    public static TheoryData<string> Projects() => [.. Directory
        .EnumerateFiles(Repository.Path("server"), "*.csproj", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(Repository.Root, file))];

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_references_only_what_its_room_may(string project)
    {
        var name = Path.GetFileNameWithoutExtension(project);
        Assert.True(Allowed.TryGetValue(name, out var allowed), $"{name} is a new room: say here whom it may reference.");
        var references = XDocument.Load(Repository.Path(project)).Descendants("ProjectReference")
            .Where(reference => (string?)reference.Attribute("ReferenceOutputAssembly") != "false")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')));
        Assert.All(references, reference => Assert.Contains(reference, allowed));
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void The_domain_and_the_wire_know_no_web_and_no_package(string project)
    {
        if (!Plain.Contains(Path.GetFileNameWithoutExtension(project)))
            return;
        var document = XDocument.Load(Repository.Path(project));
        Assert.Equal("Microsoft.NET.Sdk", document.Root!.Attribute("Sdk")!.Value);
        Assert.Empty(document.Descendants("PackageReference"));
        Assert.Empty(document.Descendants("FrameworkReference"));
    }

    [Fact]
    public void The_domain_takes_its_time_from_the_provider()
    {
        var offenders = Directory.EnumerateFiles(Repository.Path("server"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !IsGenerated(file))
            .Where(file => File.ReadAllText(file) is var text && Forbidden.Any(word => text.Contains(word, StringComparison.Ordinal)))
            .Select(file => Path.GetRelativePath(Repository.Root, file));
        Assert.Empty(offenders);
    }

    private static readonly string[] Forbidden = ["DateTime.Now", "DateTime.UtcNow", "DateTimeOffset.Now", "DateTimeOffset.UtcNow", "Thread.Sleep"];

    private static bool IsGenerated(string file) =>
        file.Split(Path.DirectorySeparatorChar, '/').Any(part => part is "obj" or "bin" or "Migrations");
}
