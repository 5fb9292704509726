using CoBrowse.Storage.Tenants;

namespace CoBrowse.Server.Snippet;

internal static class SnippetExtensions
{
    public static void AddSnippet(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<SnippetArchive>();
        builder.Services.AddSingleton<SnippetSwitchStore>();
        builder.Services.AddSingleton<SnippetSwitches>();
        builder.Services.AddHostedService(services => services.GetRequiredService<SnippetSwitches>());
    }

    /// <summary>
    /// Serves the snippet to any page: the loader by a fixed name for five minutes, the rest by names that hold a hash.
    /// </summary>
    public static void MapSnippet(this WebApplication app)
    {
        app.UseMiddleware<SnippetManifest>();
        app.UseStaticFiles(FilesOf(app));
        app.MapSnippetSwitch();
    }

    /// <summary>Lets any page load it.</summary>
    public static void Open(IHeaderDictionary headers)
    {
        headers.AccessControlAllowOrigin = "*";
        headers["Cross-Origin-Resource-Policy"] = "cross-origin";
    }

    private static StaticFileOptions FilesOf(WebApplication app) => new()
    {
        RequestPath = "/snippet",
        FileProvider = app.Services.GetRequiredService<SnippetArchive>().Open(),
        OnPrepareResponse = context =>
        {
            var headers = context.Context.Response.Headers;
            Open(headers);
            headers.CacheControl = context.File.Name switch
            {
                // It says where the snippet is stopped, which has to be known within a minute.
                "manifest.json" => "public, max-age=30",
                var name when SnippetArchive.Changes(name) => "public, max-age=300",
                _ => "public, max-age=31536000, immutable",
            };
        },
    };
}
