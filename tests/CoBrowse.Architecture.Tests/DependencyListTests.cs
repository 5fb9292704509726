using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using CoBrowse.Tests;

namespace CoBrowse.Architecture.Tests;

/// <summary>
/// <c>server/docs/dependencies.md</c> lists what the product is shipped with, as it is restored. With
/// <c>COBROWSE_WRITE=1</c> the test writes the list anew.
/// </summary>
public sealed class DependencyListTests
{
    // Licences that oblige whoever runs or ships the product to nothing but naming them; that of the font forbids to sell it alone.
    private static readonly string[] Accepted =
        ["MIT", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "ISC", "0BSD", "Unlicense", "(MIT OR CC0-1.0)", "OFL-1.1", "public domain"];

    // Packages with a licence in a file, which a person has read.
    private static readonly Dictionary<string, string> Read = new() { ["SourceGear.sqlite3"] = "public domain" };

    private sealed record Dependency(string Name, string Version, string Licence);

    [Fact]
    public async Task The_list_of_dependencies_is_what_is_restored()
    {
        var file = Repository.Path("server/docs/dependencies.md");
        var list = List();
        if (Environment.GetEnvironmentVariable("COBROWSE_WRITE") == "1")
            await File.WriteAllTextAsync(file, list);
        Assert.True(
            (await File.ReadAllTextAsync(file)).ReplaceLineEndings("\n") == list,
            "Dependencies have changed. Look at them, then write the list with: COBROWSE_WRITE=1 dotnet test tests/CoBrowse.Architecture.Tests");
    }

    [Fact]
    public void Every_licence_is_one_that_we_accept() => Assert.All(
        Packages().Concat(Modules()),
        each => Assert.True(Accepted.Contains(each.Licence), $"{each.Name} {each.Version} is under {each.Licence}."));

    private static string List()
    {
        var text = new StringBuilder("# Dependencies\n\nWhat the product is shipped with, written by the test `DependencyListTests`. Tools and tests need more; that stays out of the product.\n");
        foreach (var (title, found) in new[] { ("NuGet, on the server", Packages()), ("npm, in browsers and in the command", Modules()) })
        {
            text.Append($"\n## {title}\n\n| package | version | licence |\n|---|---|---|\n");
            foreach (var (name, version, licence) in found)
                text.Append($"| {name} | {version} | {licence} |\n");
        }

        return text.ToString();
    }

    private static IEnumerable<Dependency> Packages() => Directory
        .EnumerateFiles(Repository.Path("server"), "project.assets.json", SearchOption.AllDirectories)
        .Where(file => !file.Contains("Generator", StringComparison.Ordinal))
        .SelectMany(PackagesOf)
        .Distinct()
        .OrderBy(each => each.Name, StringComparer.Ordinal)
        .ThenBy(each => each.Version, StringComparer.Ordinal);

    private static IEnumerable<Dependency> PackagesOf(string assets)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(assets));
        var folders = document.RootElement.GetProperty("packageFolders").EnumerateObject().Select(folder => folder.Name).ToList();
        var shipped = document.RootElement.GetProperty("targets").EnumerateObject().SelectMany(target => target.Value.EnumerateObject())
            .Where(library => library.Value.GetProperty("type").GetString() == "package" && IsShipped(library.Value))
            .Select(library => library.Name)
            .ToHashSet(StringComparer.Ordinal);
        foreach (var name in shipped.Select(library => library.Split('/')))
        {
            var specification = folders
                .Select(folder => Path.Combine(folder, name[0].ToLowerInvariant(), name[1].ToLowerInvariant(), $"{name[0].ToLowerInvariant()}.nuspec"))
                .First(File.Exists);
            yield return new Dependency(name[0], name[1], Read.GetValueOrDefault(name[0]) ?? LicenceOf(XDocument.Load(specification)));
        }
    }

    // A package that only the compiler needs has nothing that runs.
    private static bool IsShipped(JsonElement library) =>
        new[] { "runtime", "runtimeTargets", "native" }.Any(kind =>
            library.TryGetProperty(kind, out var files) && files.EnumerateObject().Any(file => !file.Name.EndsWith("_._", StringComparison.Ordinal)));

    private static string LicenceOf(XDocument specification) =>
        specification.Descendants().FirstOrDefault(element => element.Name.LocalName == "license")?.Value
            ?? specification.Descendants().FirstOrDefault(element => element.Name.LocalName == "licenseUrl")?.Value
            ?? "no licence";

    private static List<Dependency> Modules()
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Repository.Path("package-lock.json")));
        const string Folder = "node_modules/";
        return document.RootElement.GetProperty("packages").EnumerateObject()
            .Where(package => package.Name.Contains(Folder, StringComparison.Ordinal) && !Is(package.Value, "dev") && !Is(package.Value, "devOptional") && !Is(package.Value, "link"))
            .Select(package => new Dependency(
                package.Name[(package.Name.LastIndexOf(Folder, StringComparison.Ordinal) + Folder.Length)..],
                package.Value.GetProperty("version").GetString()!,
                package.Value.TryGetProperty("license", out var licence) ? licence.GetString()! : "no licence"))
            .Distinct()
            .OrderBy(each => each.Name, StringComparer.Ordinal)
            .ThenBy(each => each.Version, StringComparer.Ordinal)
            .ToList();
    }

    private static bool Is(JsonElement package, string mark) => package.TryGetProperty(mark, out var value) && value.ValueKind == JsonValueKind.True;
}
