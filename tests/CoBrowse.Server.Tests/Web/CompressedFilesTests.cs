using System.IO.Compression;
using System.Net;
using CoBrowse.Server.Snippet;
using CoBrowse.Server.WebFiles;
using CoBrowse.Tests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.FileProviders;

namespace CoBrowse.Server.Tests.Web;

/// <summary>Web files go compressed to who takes that, and are otherwise the same.</summary>
public sealed class CompressedFilesTests
{
    private const string Script = "/web/session-1234.js";
    private static readonly string Text = string.Concat(Enumerable.Repeat("export const answer = 42;\n", 200));

    [Theory]
    [InlineData("gzip, deflate, br, zstd", "br")]
    [InlineData("gzip", "gzip")]
    [InlineData("br;q=0, gzip", "gzip")]
    [InlineData("identity", null)]
    [InlineData(null, null)]
    public async Task A_file_comes_in_a_coding_that_the_browser_takes(string? accepts, string? coding)
    {
        using var folder = new TemporaryFolder("web");
        await using var app = await ServeAsync(folder);
        var answer = await AskAsync(app, Script, accepts);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(coding is null ? [] : [coding], answer.Content.Headers.ContentEncoding);
        Assert.Equal("text/javascript", answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains("Accept-Encoding", answer.Headers.Vary);
        Assert.Equal("prepared session-1234.js", answer.Headers.GetValues("X-Seen").Single());
        Assert.Equal(Text, await TextAsync(answer, coding));
        Assert.Equal(coding is null, (answer.Content.Headers.ContentLength ?? 0) == Text.Length);
    }

    [Fact]
    public async Task What_was_not_compressed_comes_as_it_is_and_what_is_not_there_is_not_found()
    {
        using var folder = new TemporaryFolder("web");
        await using var app = await ServeAsync(folder);
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "small.js"), "1");
        var small = await AskAsync(app, "/web/small.js", "br");
        Assert.Empty(small.Content.Headers.ContentEncoding);
        Assert.Equal("1", await small.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await AskAsync(app, "/web/none.js", "br")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await AskAsync(app, "/web/../secret.js", "br")).StatusCode);
    }

    [Fact]
    public void A_loader_changes_compressed_or_not()
    {
        Assert.True(SnippetArchive.Changes("cobrowse.js.br"));
        Assert.False(SnippetArchive.Changes("session-1234.js.br"));
    }

    private static async Task<WebApplication> ServeAsync(TemporaryFolder folder)
    {
        var file = Path.Combine(folder.Path, "session-1234.js");
        await File.WriteAllTextAsync(file, Text);
        await using (var brotli = new BrotliStream(File.Create(file + ".br"), CompressionLevel.Optimal))
            await brotli.WriteAsync(System.Text.Encoding.UTF8.GetBytes(Text));
        await using (var gzip = new GZipStream(File.Create(file + ".gz"), CompressionLevel.Optimal))
            await gzip.WriteAsync(System.Text.Encoding.UTF8.GetBytes(Text));
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        var app = builder.Build();
        app.UseWebFiles("/web", new PhysicalFileProvider(folder.Path), (context, name) => context.Response.Headers["X-Seen"] = $"prepared {name}");
        await app.StartAsync();
        return app;
    }

    private static async Task<HttpResponseMessage> AskAsync(WebApplication app, string path, string? accepts)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (accepts is not null)
            request.Headers.TryAddWithoutValidation("Accept-Encoding", accepts);
        return await app.GetTestClient().SendAsync(request);
    }

    private static async Task<string> TextAsync(HttpResponseMessage answer, string? coding)
    {
        await using var body = await answer.Content.ReadAsStreamAsync();
        await using Stream plain = coding switch
        {
            "br" => new BrotliStream(body, CompressionMode.Decompress),
            "gzip" => new GZipStream(body, CompressionMode.Decompress),
            _ => body,
        };
        using var reader = new StreamReader(plain);
        return await reader.ReadToEndAsync();
    }
}
