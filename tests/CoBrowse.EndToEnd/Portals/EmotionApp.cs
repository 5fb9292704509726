namespace CoBrowse.Tests.EndToEnd.Portals;

/// <summary>A React and emotion single-page app, bundled for production: its styles exist only through <c>insertRule</c>.</summary>
internal static class EmotionApp
{
    /// <summary>A form whose fields React controls.</summary>
    public const string Form = "form.jsx";

    public static async Task<IReadOnlyDictionary<string, string>> PagesAsync(string app = "app.jsx")
    {
        using var output = new TemporaryFolder("emotion");
        var bundle = Path.Combine(output.Path, "app.js");
        var run = await Tool.RunAsync(
            "node",
            [Repository.Path("tests", "CoBrowse.EndToEnd", "Portals", "emotion-app", "bundle.mjs"), bundle, app],
            Repository.Root);
        if (run.ExitCode != 0) throw new InvalidOperationException(run.Errors);
        var script = (await File.ReadAllTextAsync(bundle)).Replace("</script", "<\\/script", StringComparison.OrdinalIgnoreCase);
        return new Dictionary<string, string>
        {
            ["/"] = "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Accounts</title></head>" +
                    $"<body><div id=\"root\"></div><script>{script}</script></body></html>",
        };
    }
}
