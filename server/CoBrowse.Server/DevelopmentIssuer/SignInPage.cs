using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.WebUtilities;

namespace CoBrowse.Server.DevelopmentIssuer;

/// <summary>The page that lists the demo agents.</summary>
internal static class SignInPage
{
    public const string ContentSecurityPolicy =
        "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    public static string Render(IQueryCollection request)
    {
        var links = new StringBuilder();
        foreach (var agent in DemoAgent.All)
        {
            var query = request.ToDictionary(pair => pair.Key, pair => (string?)pair.Value.ToString());
            query["agent"] = agent.Subject;
            var address = QueryHelpers.AddQueryString(DevelopmentIssuerEndpoints.Path + "/authorize", query);
            links.Append("<li><a href=\"").Append(HtmlEncoder.Default.Encode(address)).Append("\"><strong>")
                .Append(HtmlEncoder.Default.Encode(agent.Name)).Append("</strong><span>")
                .Append(HtmlEncoder.Default.Encode(agent.Title)).Append("</span></a></li>");
        }

        return Head + links + "</ul></main></body></html>";
    }

    private const string Head = """
        <!doctype html><html lang="en"><head><meta charset="utf-8"><title>Sign in · CoBrowse development</title>
        <meta name="viewport" content="width=device-width"><style>
        :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif }
        body { margin: 0; min-height: 100vh; display: grid; place-items: center }
        main { width: min(26rem, 90vw) } h1 { font-size: 1.4rem; margin: 0 } p { opacity: .75; margin: .25rem 0 1.25rem }
        ul { list-style: none; padding: 0; margin: 0; display: grid; gap: .6rem }
        a { display: flex; justify-content: space-between; gap: 1rem; padding: .9rem 1.1rem; border: 1px solid color-mix(in srgb, currentColor 25%, transparent);
            border-radius: .6rem; color: inherit; text-decoration: none }
        a:hover, a:focus-visible { border-color: #2f6fed; outline: 2px solid #2f6fed } span { opacity: .75 }
        </style></head><body><main><h1>Sign in as a demo agent</h1><p>This issuer exists in Development only. It asks for no password.</p><ul>
        """;
}
