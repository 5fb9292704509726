using CoBrowse.Server.WebFiles;
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
        app.UseWebFiles("/snippet", app.Services.GetRequiredService<SnippetArchive>().Open(), Prepare);
        app.MapSnippetSwitch();
    }

    /// <summary>Lets any page load it.</summary>
    public static void Open(IHeaderDictionary headers)
    {
        headers.AccessControlAllowOrigin = "*";
        headers["Cross-Origin-Resource-Policy"] = "cross-origin";
    }

    private static void Prepare(HttpContext context, string name)
    {
        var headers = context.Response.Headers;
        Open(headers);
        headers.CacheControl = name switch
        {
            // It says where the snippet is stopped, which has to be known within a minute.
            "manifest.json" => "public, max-age=30",
            _ when SnippetArchive.Changes(name) => "public, max-age=300",
            _ => "public, max-age=31536000, immutable",
        };
    }
}
