using System.Text.Json;

namespace CoBrowse.Tests.TypeScript;

/// <summary>One run of a package's Vitest, shared by all that ask for its cases.</summary>
internal static class VitestRun
{
    private static readonly Dictionary<string, Lazy<IReadOnlyList<VitestCase>>> Runs = new()
    {
        ["client-js"] = new(() => Run("client-js").GetAwaiter().GetResult()),
        ["agent-console"] = new(() => Run("agent-console").GetAwaiter().GetResult()),
    };

    public static IReadOnlyList<VitestCase> Of(string package) => Runs[package].Value;

    private static async Task<IReadOnlyList<VitestCase>> Run(string package)
    {
        await BusyTurn.TakeAsync();
        using var folder = new TemporaryFolder("vitest");
        var report = Path.Combine(folder.Path, "report.json");
        var run = await Tool.RunAsync(
            "node",
            [Repository.Path("node_modules", "vitest", "vitest.mjs"), "run", "--reporter=json", $"--outputFile={report}"],
            Repository.Path(package),
            new Dictionary<string, string> { ["COBROWSE_CHROMIUM"] = await Chromium.PathAsync(), ["CI"] = "true", ["NO_COLOR"] = "1" });
        var cases = File.Exists(report) ? Read(package, await File.ReadAllTextAsync(report)) : [];
        // A run that fails without a failed case (a broken configuration, an unhandled error) must not look green.
        if (run.ExitCode != 0 && cases.All(c => c.Failure is null))
            cases = [.. cases, new VitestCase(package, "the run as a whole", $"exit code {run.ExitCode}\n{run.Output}\n{run.Errors}", false)];
        return cases;
    }

    private static List<VitestCase> Read(string package, string json)
    {
        using var document = JsonDocument.Parse(json);
        var cases = new List<VitestCase>();
        foreach (var file in document.RootElement.GetProperty("testResults").EnumerateArray())
        {
            var name = Path.GetRelativePath(Repository.Path(package), file.GetProperty("name").GetString()!).Replace('\\', '/');
            var assertions = file.GetProperty("assertionResults").EnumerateArray().ToList();
            if (assertions.Count == 0)
                cases.Add(new VitestCase($"{package}/{name}", "the file as a whole", file.GetProperty("message").GetString(), false));
            foreach (var assertion in assertions)
            {
                var status = assertion.GetProperty("status").GetString();
                var messages = assertion.TryGetProperty("failureMessages", out var m) ? string.Join('\n', m.EnumerateArray().Select(x => x.GetString())) : "";
                cases.Add(new VitestCase(
                    $"{package}/{name}",
                    assertion.GetProperty("fullName").GetString()!,
                    status is "failed" ? messages : null,
                    status is not ("passed" or "failed")));
            }
        }

        return cases;
    }
}
