using System.Text;
using System.Text.Json;

namespace CoBrowse.Tests.EndToEnd.Portals;

/// <summary>Pages assembled from the component fixtures of <c>govuk-frontend</c>.</summary>
internal static class GovukPages
{
    /// <summary>Where the package's files are expected.</summary>
    public static IReadOnlyDictionary<string, string> Folders { get; } =
        new Dictionary<string, string> { ["/govuk/"] = Repository.Path("node_modules", "govuk-frontend", "dist", "govuk"), ["/assets/"] = Repository.Path("node_modules", "govuk-frontend", "dist", "govuk", "assets") };

    /// <summary>A page by path, each with every visible fixture of some components.</summary>
    public static IReadOnlyDictionary<string, string> All() => new Dictionary<string, string>
    {
        ["/form"] = Page("Apply for a licence", "error-summary", "input", "radios", "checkboxes", "date-input", "select", "textarea", "button"),
        ["/content"] = Page("Guidance", "notification-banner", "tabs", "accordion", "details", "summary-list", "table", "tag", "warning-text", "inset-text", "panel"),
        ["/navigation"] = Page("Start page", "breadcrumbs", "pagination", "phase-banner", "service-navigation", "task-list", "skip-link", "cookie-banner", "footer"),
    };

    private static string Page(string title, params string[] components)
    {
        var body = new StringBuilder();
        foreach (var component in components)
        {
            using var fixtures = JsonDocument.Parse(File.ReadAllText(
                Repository.Path("node_modules", "govuk-frontend", "dist", "govuk", "components", component, "fixtures.json")));
            foreach (var fixture in fixtures.RootElement.GetProperty("fixtures").EnumerateArray().Where(f => !f.GetProperty("hidden").GetBoolean()).Take(8))
                body.Append("<section class=\"govuk-!-margin-bottom-6\">").Append(fixture.GetProperty("html").GetString()).Append("</section>\n");
        }

        return $"""
            <!DOCTYPE html>
            <html lang="en" class="govuk-template">
            <head>
              <meta charset="utf-8"><title>{title}</title>
              <meta name="viewport" content="width=device-width, initial-scale=1">
              <link rel="stylesheet" href="/govuk/govuk-frontend.min.css">
            </head>
            <body class="govuk-template__body">
              <script>document.body.className += ' js-enabled' + ('noModule' in HTMLScriptElement.prototype ? ' govuk-frontend-supported' : '');</script>
              <div class="govuk-width-container"><main class="govuk-main-wrapper"><h1 class="govuk-heading-xl">{title}</h1>
              {body}
              </main></div>
              <script type="module">import('/govuk/govuk-frontend.min.js').then((govuk) => govuk.initAll());</script>
            </body></html>
            """;
    }
}
