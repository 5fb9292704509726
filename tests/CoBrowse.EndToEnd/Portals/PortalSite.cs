using System.Text.RegularExpressions;
using CoBrowse.Tests.EndToEnd.Product;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CoBrowse.Tests.EndToEnd.Portals;

/// <summary>A portal that we did not write, served as it is but for one script tag in its pages, as an engineer would put it.</summary>
internal sealed partial class PortalSite : IAsyncDisposable
{
    private readonly WebApplication app;

    private PortalSite(WebApplication app, Uri address) => (this.app, Address) = (app, address);

    public Uri Address { get; }

    /// <summary>Serves <paramref name="pages"/> by path, then the files of <paramref name="folders"/> by URL prefix.</summary>
    /// <param name="server">The CoBrowse server whose snippet the pages get; null leaves the pages untouched.</param>
    public static async Task<PortalSite> StartAsync(
        Uri? server, IReadOnlyDictionary<string, string> folders, IReadOnlyDictionary<string, string>? pages = null)
    {
        var address = new Uri($"http://localhost:{FreePort.Next()}");
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(address.GetLeftPart(UriPartial.Authority));
        var app = builder.Build();
        var types = new FileExtensionContentTypeProvider();
        app.Run(async context =>
        {
            var path = context.Request.Path.Value!;
            if (pages is not null && pages.TryGetValue(path, out var page))
            {
                await WritePageAsync(context, page, server);
                return;
            }

            var file = Find(folders, path);
            if (file is null) context.Response.StatusCode = 404;
            else if (file.EndsWith(".html", StringComparison.Ordinal)) await WritePageAsync(context, await File.ReadAllTextAsync(file), server);
            else
            {
                context.Response.ContentType = types.TryGetContentType(file, out var type) ? type : "application/octet-stream";
                await context.Response.SendFileAsync(file);
            }
        });
        await app.StartAsync();
        return new PortalSite(app, address);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private static string? Find(IReadOnlyDictionary<string, string> folders, string path)
    {
        foreach (var (prefix, folder) in folders)
        {
            if (!path.StartsWith(prefix, StringComparison.Ordinal)) continue;
            var file = Path.GetFullPath(Path.Combine(folder, path[prefix.Length..].TrimStart('/')));
            if (file.StartsWith(folder, StringComparison.Ordinal) && File.Exists(file)) return file;
        }

        return null;
    }

    private static Task WritePageAsync(HttpContext context, string page, Uri? server)
    {
        context.Response.ContentType = "text/html; charset=utf-8";
        var tag = server is null ? "" : $"""<script async src="{server}snippet/cobrowse.js" data-tenant="demo"></script>""";
        return context.Response.WriteAsync(EndOfHead().Replace(page, m => tag + m.Value, 1));
    }

    [GeneratedRegex("</head>", RegexOptions.IgnoreCase)]
    private static partial Regex EndOfHead();
}
