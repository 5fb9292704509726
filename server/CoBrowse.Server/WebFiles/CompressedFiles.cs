using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;
using Microsoft.Net.Http.Headers;

namespace CoBrowse.Server.WebFiles;

/// <summary>
/// Web files as their build compressed them, once and as far as it goes, for browsers that take that: beside
/// <c>name.js</c> stand <c>name.js.br</c> and <c>name.js.gz</c>.
/// </summary>
internal static class CompressedFiles
{
    private static readonly (string Coding, string Suffix)[] Codings = [("br", ".br"), ("gzip", ".gz")];

    /// <summary>Serves static files, and each of them compressed where it can be.</summary>
    public static void UseWebFiles(this IApplicationBuilder app, string path, IFileProvider files, Action<HttpContext, string> prepare)
    {
        app.Use((context, next) =>
        {
            Choose(context, path, files);
            return next(context);
        });
        app.UseStaticFiles(new StaticFileOptions
        {
            RequestPath = path,
            FileProvider = files,
            ContentTypeProvider = new PlainContentType(),
            OnPrepareResponse = response =>
            {
                var (name, coding) = Plain(response.File.Name);
                if (coding is not null)
                    response.Context.Response.Headers.ContentEncoding = coding;
                if (coding is not null || files.GetFileInfo(Beside(response.Context.Request.Path, path) + Codings[0].Suffix).Exists)
                    response.Context.Response.Headers.Vary = HeaderNames.AcceptEncoding;
                prepare(response.Context, name);
            },
        });
    }

    /// <summary>The name of a file without what says that it is compressed, and the coding of one that is.</summary>
    public static (string Name, string? Coding) Plain(string name)
    {
        foreach (var (coding, suffix) in Codings)
        {
            if (name.EndsWith(suffix, StringComparison.Ordinal))
                return (name[..^suffix.Length], coding);
        }

        return (name, null);
    }

    private static void Choose(HttpContext context, string path, IFileProvider files)
    {
        var request = context.Request;
        if (!(HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) || !request.Path.StartsWithSegments(path))
            return;
        var accepted = request.GetTypedHeaders().AcceptEncoding;
        foreach (var (coding, suffix) in Codings)
        {
            if (!accepted.Any(each => each.Value == coding && each.Quality is not 0) || !files.GetFileInfo(Beside(request.Path, path) + suffix).Exists)
                continue;
            request.Path += suffix;
            return;
        }
    }

    private static string Beside(PathString request, string path) =>
        request.StartsWithSegments(path, out var rest) ? Plain(rest.Value ?? string.Empty).Name : string.Empty;

    /// <summary>What a file is, compressed or not.</summary>
    private sealed class PlainContentType : IContentTypeProvider
    {
        private readonly FileExtensionContentTypeProvider known = new();

        public bool TryGetContentType(string subpath, [System.Diagnostics.CodeAnalysis.MaybeNullWhen(false)] out string contentType) =>
            known.TryGetContentType(Plain(subpath).Name, out contentType);
    }
}
