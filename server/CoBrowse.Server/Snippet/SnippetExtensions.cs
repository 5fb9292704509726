using CoBrowse.Server.WebFiles;

namespace CoBrowse.Server.Snippet;

internal static class SnippetExtensions
{
    // The only fixed names; all others hold a hash of what they contain.
    private static readonly string[] Changing = ["cobrowse.js", "manifest.json"];

    /// <summary>
    /// Serves the snippet to any page: the loader by a fixed name for five minutes, the rest by names that hold a hash.
    /// </summary>
    public static void MapSnippet(this WebApplication app) => app.UseStaticFiles(new StaticFileOptions
    {
        RequestPath = "/snippet",
        FileProvider = app.Services.GetRequiredService<WebFolder>().Part("snippet"),
        OnPrepareResponse = context =>
        {
            var headers = context.Context.Response.Headers;
            headers.AccessControlAllowOrigin = "*";
            headers["Cross-Origin-Resource-Policy"] = "cross-origin";
            headers.CacheControl = Changing.Contains(context.File.Name)
                ? "public, max-age=300"
                : "public, max-age=31536000, immutable";
        },
    });
}
