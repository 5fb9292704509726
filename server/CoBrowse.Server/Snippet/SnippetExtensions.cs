using CoBrowse.Server.WebFiles;

namespace CoBrowse.Server.Snippet;

internal static class SnippetExtensions
{
    private const string Loader = "cobrowse.js";

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
            headers.CacheControl = context.File.Name == Loader
                ? "public, max-age=300"
                : "public, max-age=31536000, immutable";
        },
    });
}
