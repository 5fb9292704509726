using System.Text;
using Microsoft.Playwright;

namespace CoBrowse.Tests.EndToEnd.Portals;

/// <summary>
/// Answers the CDN addresses of <c>startbootstrap-creative</c> from npm packages, so that its pages look as they do on
/// the web. Anything else outside the machine is refused and remembered.
/// </summary>
internal sealed class Cdn
{
    private static readonly (string Prefix, string Folder)[] Files =
    [
        ("https://cdn.jsdelivr.net/npm/bootstrap@5.2.3/", "bootstrap"),
        ("https://cdn.jsdelivr.net/npm/bootstrap-icons@1.5.0/", "bootstrap-icons"),
        ("https://fonts.gstatic.com/merriweather-sans/", "@fontsource/merriweather-sans"),
        ("https://fonts.gstatic.com/merriweather/", "@fontsource/merriweather"),
        ("https://fonts.gstatic.com/nunito/", "@fontsource/nunito"),
    ];

    private readonly List<string> refused = [];

    /// <summary>Addresses that a page asked for and that no package answers.</summary>
    public IReadOnlyList<string> Refused => refused;

    /// <summary>How many requests were answered.</summary>
    public int Answered { get; private set; }

    public static async Task<Cdn> RouteAsync(IBrowserContext context)
    {
        var cdn = new Cdn();
        await context.RouteAsync(url => !url.StartsWith("http://localhost:", StringComparison.Ordinal), cdn.AnswerAsync);
        return cdn;
    }

    private async Task AnswerAsync(IRoute route)
    {
        var url = route.Request.Url;
        var (type, bytes) = url switch
        {
            _ when url.Contains("fonts.googleapis.com/css?family=Merriweather+Sans", StringComparison.Ordinal) => Fonts("merriweather-sans", "400", "700"),
            _ when url.Contains("fonts.googleapis.com/css?family=Merriweather", StringComparison.Ordinal) => Fonts("merriweather", "300", "400", "700"),
            _ when url.Contains("fonts.googleapis.com/css?family=Nunito", StringComparison.Ordinal) => Fonts("nunito", "300", "400", "600", "700", "800"),
            _ when url.EndsWith("simpleLightbox.min.css", StringComparison.Ordinal) => ("text/css", Package("simplelightbox/dist/simple-lightbox.min.css")),
            _ when url.EndsWith("simpleLightbox.min.js", StringComparison.Ordinal) => ("text/javascript", Package("simplelightbox/dist/simple-lightbox.min.js")),
            _ => File(url),
        };
        if (bytes is null)
        {
            lock (refused) refused.Add(url);
            await route.AbortAsync();
            return;
        }

        Answered++;
        await route.FulfillAsync(new()
        {
            ContentType = type,
            BodyBytes = bytes,
            Headers = new Dictionary<string, string> { ["Access-Control-Allow-Origin"] = "*" },
        });
    }

    private static (string Type, byte[]? Bytes) File(string url)
    {
        foreach (var (prefix, folder) in Files)
        {
            if (!url.StartsWith(prefix, StringComparison.Ordinal)) continue;
            var path = new Uri(url).AbsolutePath;
            var file = folder + "/" + url[prefix.Length..].Split('?')[0];
            return (Path.GetExtension(path) switch { ".css" => "text/css", ".js" => "text/javascript", ".woff2" => "font/woff2", _ => "application/octet-stream" }, Package(file));
        }

        return ("", null);
    }

    private static (string Type, byte[]? Bytes) Fonts(string family, params string[] weights)
    {
        var text = new StringBuilder();
        foreach (var weight in weights)
        {
            var css = Encoding.UTF8.GetString(Package($"@fontsource/{family}/{weight}.css")!);
            text.Append(css.Replace("url(./", $"url(https://fonts.gstatic.com/{family}/", StringComparison.Ordinal));
        }

        return ("text/css", Encoding.UTF8.GetBytes(text.ToString()));
    }

    private static byte[]? Package(string file)
    {
        var path = Repository.Path("node_modules", file);
        return System.IO.File.Exists(path) ? System.IO.File.ReadAllBytes(path) : null;
    }
}
