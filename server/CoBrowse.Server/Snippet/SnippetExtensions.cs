namespace CoBrowse.Server.Snippet;

internal static class SnippetExtensions
{
    public static void AddSnippet(this WebApplicationBuilder builder) => builder.Services.AddSingleton<SnippetArchive>();

    /// <summary>
    /// Serves the snippet to any page: the loader by a fixed name for five minutes, the rest by names that hold a hash.
    /// </summary>
    public static void MapSnippet(this WebApplication app) => app.UseStaticFiles(new StaticFileOptions
    {
        RequestPath = "/snippet",
        FileProvider = app.Services.GetRequiredService<SnippetArchive>().Open(),
        OnPrepareResponse = context =>
        {
            var headers = context.Context.Response.Headers;
            headers.AccessControlAllowOrigin = "*";
            headers["Cross-Origin-Resource-Policy"] = "cross-origin";
            headers.CacheControl = SnippetArchive.Changes(context.File.Name)
                ? "public, max-age=300"
                : "public, max-age=31536000, immutable";
        },
    });
}
