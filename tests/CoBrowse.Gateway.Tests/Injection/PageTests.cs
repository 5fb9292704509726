using System.IO.Compression;
using System.Net;
using System.Text;

namespace CoBrowse.Gateway.Tests.Injection;

public class PageTests
{
    private const string Head = "<!doctype html><html><head><title>Portal</title>";
    private const string Rest = "</head><body><h1>Accounts</h1></body></html>";

    [Fact]
    public async Task Page_GetsTheSnippetAndHeadersThatAreTrueOfIt()
    {
        await using var portal = await Portal.WithPageAsync(Encoding.UTF8.GetBytes(Head + Rest), headers: response =>
        {
            response.Headers.ETag = "\"v1\"";
            response.Headers.LastModified = "Wed, 01 Jan 2025 00:00:00 GMT";
            response.Headers.AcceptRanges = "bytes";
            response.Headers["Content-MD5"] = "Q2hlY2sgSW50ZWdyaXR5IQ==";
            response.Headers["Digest"] = "sha-256=abc";
            response.Headers["Repr-Digest"] = "sha-256=:abc:";
            response.Headers.Vary = "Cookie";
            response.Headers.CacheControl = "private, max-age=0";
        });

        var answer = await portal.Client.GetAsync("/");

        Assert.Equal(Head + portal.Tag + Rest, await answer.Content.ReadAsStringAsync());
        Assert.Equal("text/html; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        Assert.True(answer.Headers.ETag!.IsWeak);
        Assert.Equal("Cookie", answer.Headers.Vary.Single());
        Assert.True(answer.Headers.CacheControl!.Private);
        Assert.Empty(answer.Headers.AcceptRanges);
        foreach (var name in (string[])["Digest", "Repr-Digest"])
            Assert.False(answer.Headers.Contains(name), name);
        foreach (var name in (string[])["Content-MD5", "Content-Encoding"])
            Assert.False(answer.Content.Headers.Contains(name), name);
    }

    public static TheoryData<string> Encodings => ["gzip", "x-gzip", "br", "deflate", "raw deflate", "deflate, gzip", "identity", "GZIP"];

    [Theory]
    [MemberData(nameof(Encodings))]
    public async Task CompressedPage_IsReadAndPassedOnDecoded(string encoding)
    {
        var page = Encoding.UTF8.GetBytes(Head + Rest + new string('x', 100_000));
        foreach (var part in encoding.Split(", "))
            page = Compress(page, part);
        await using var portal = await Portal.WithPageAsync(page, headers: response => response.Headers.ContentEncoding = encoding.Replace("raw ", "", StringComparison.Ordinal));

        var answer = await portal.Client.GetAsync("/");

        Assert.Equal(Head + portal.Tag + Rest + new string('x', 100_000), await answer.Content.ReadAsStringAsync());
        Assert.Empty(answer.Content.Headers.ContentEncoding);
    }

    [Fact]
    public async Task UnknownEncoding_PassesByteForByte()
    {
        byte[] page = [0x28, 0xb5, 0x2f, 0xfd, 1, 2, 3];
        await using var portal = await Portal.WithPageAsync(page, headers: response => response.Headers.ContentEncoding = "zstd");

        var answer = await portal.Client.GetAsync("/");

        Assert.Equal(page, await answer.Content.ReadAsByteArrayAsync());
        Assert.Equal("zstd", answer.Content.Headers.ContentEncoding.Single());
        Assert.Equal(page.Length, answer.Content.Headers.ContentLength);
    }

    [Theory]
    [InlineData("gzip, deflate, br, zstd, dcb", "gzip, deflate, br")]
    [InlineData("zstd;q=1.0, gzip;q=0.5, *;q=0.1", "gzip; q=0.5")]
    [InlineData("zstd", "identity")]
    [InlineData(null, "identity")]
    public async Task PortalIsAskedOnlyForEncodingsThatTheGatewayReads(string? asked, string expected)
    {
        var seen = "";
        await using var portal = await Portal.StartAsync(context =>
        {
            seen = context.Request.Headers.AcceptEncoding.ToString();
            return Task.CompletedTask;
        });
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        if (asked is not null)
            request.Headers.TryAddWithoutValidation("Accept-Encoding", asked);

        await portal.Client.SendAsync(request);

        Assert.Equal(expected, seen);
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/xhtml+xml")]
    [InlineData("text/plain")]
    [InlineData("text/html; charset=utf-16")]
    [InlineData("text/html; charset=iso-2022-jp")]
    [InlineData("text/html; charset=unheard-of")]
    [InlineData("nonsense")]
    [InlineData("")]
    public async Task WhatIsNotAsciiCompatibleHtml_PassesByteForByteWithItsHeaders(string contentType)
    {
        var body = Encoding.UTF8.GetBytes(Head + Rest);
        await using var portal = await Portal.WithPageAsync(body, contentType, response =>
        {
            response.Headers.ETag = "\"v1\"";
            response.Headers["Content-MD5"] = "Q2hlY2sgSW50ZWdyaXR5IQ==";
            response.Headers.AcceptRanges = "bytes";
        });

        var answer = await portal.Client.GetAsync("/");

        Assert.Equal(body, await answer.Content.ReadAsByteArrayAsync());
        Assert.Equal(body.Length, answer.Content.Headers.ContentLength);
        Assert.Equal("\"v1\"", answer.Headers.ETag!.ToString());
        Assert.Equal("bytes", answer.Headers.AcceptRanges.Single());
        Assert.True(answer.Content.Headers.Contains("Content-MD5"));
    }

    [Theory]
    [InlineData("text/html")]
    [InlineData("Text/HTML;Charset=\"UTF-8\"")]
    [InlineData("text/html; charset=ISO-8859-1")]
    [InlineData("text/html; charset=windows-1252")]
    [InlineData("text/html; charset=Shift_JIS")]
    [InlineData("text/html; charset=gb18030")]
    public async Task AsciiCompatibleHtml_GetsTheSnippetWithoutHarmToItsBytes(string contentType)
    {
        byte[] tail = [.. Enumerable.Range(0x80, 0x80).Select(value => (byte)value)];
        await using var portal = await Portal.WithPageAsync([.. Encoding.ASCII.GetBytes(Head + Rest), .. tail], contentType);

        var bytes = await portal.Client.GetByteArrayAsync("/");

        Assert.Equal([.. Encoding.ASCII.GetBytes(Head + portal.Tag + Rest), .. tail], bytes);
    }

    [Fact]
    public async Task Download_PassesByteForByte()
    {
        var body = Encoding.UTF8.GetBytes(Head + Rest);
        await using var portal = await Portal.WithPageAsync(body, headers: response => response.Headers.ContentDisposition = "attachment; filename=statement.html");
        Assert.Equal(body, await portal.Client.GetByteArrayAsync("/"));
    }

    [Fact]
    public async Task Head_AnswersTheHeadersOfTheChangedPage()
    {
        await using var portal = await Portal.StartAsync(context =>
        {
            context.Response.ContentType = "text/html";
            context.Response.ContentLength = 4711;
            context.Response.Headers.ETag = "\"v1\"";
            return Task.CompletedTask;
        });

        var answer = await portal.Client.SendAsync(new HttpRequestMessage(HttpMethod.Head, "/"));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Null(answer.Content.Headers.ContentLength);
        Assert.True(answer.Headers.ETag!.IsWeak);
    }

    [Fact]
    public async Task PartialContent_PassesByteForByte()
    {
        var part = Encoding.UTF8.GetBytes("<!doctype html><head>");
        await using var portal = await Portal.WithPageAsync(part, headers: response =>
        {
            response.StatusCode = StatusCodes.Status206PartialContent;
            response.Headers.ContentRange = $"bytes 0-{part.Length - 1}/900";
        });

        var answer = await portal.Client.GetAsync("/");

        Assert.Equal(HttpStatusCode.PartialContent, answer.StatusCode);
        Assert.Equal(part, await answer.Content.ReadAsByteArrayAsync());
        Assert.Equal(part.Length, answer.Content.Headers.ContentLength);
    }

    [Fact]
    public async Task NoContent_StaysEmpty()
    {
        await using var portal = await Portal.StartAsync(context =>
        {
            context.Response.StatusCode = StatusCodes.Status204NoContent;
            context.Response.ContentType = "text/html";
            return Task.CompletedTask;
        });

        var answer = await portal.Client.GetAsync("/");

        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Fragment_KeepsItsBytes()
    {
        var fragment = Encoding.UTF8.GetBytes("<tr><td>1</td></tr>");
        await using var portal = await Portal.WithPageAsync(fragment);
        Assert.Equal(fragment, await portal.Client.GetByteArrayAsync("/"));
    }

    [Fact]
    public async Task ErrorPage_GetsTheSnippetToo()
    {
        await using var portal = await Portal.WithPageAsync(Encoding.UTF8.GetBytes(Head + Rest), headers: response => response.StatusCode = 404);
        var answer = await portal.Client.GetAsync("/missing");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal(Head + portal.Tag + Rest, await answer.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("demo&co", "/_cobrowse", "data-tenant=\"demo&amp;co\"")]
    [InlineData("demo", "/help/live", "/help/live/snippet/cobrowse.js\"")]
    public async Task Settings_ShapeTheTag(string tenant, string prefix, string expected)
    {
        await using var portal = await Portal.WithPageAsync(Encoding.UTF8.GetBytes(Head + Rest), settings: [("Tenant", tenant), ("Prefix", prefix)]);
        Assert.Contains(expected, await portal.Client.GetStringAsync("/"), StringComparison.Ordinal);
    }

    private static byte[] Compress(byte[] page, string encoding)
    {
        using var output = new MemoryStream();
        using (Stream encoder = encoding.ToLowerInvariant() switch
        {
            "gzip" or "x-gzip" => new GZipStream(output, CompressionLevel.Fastest, leaveOpen: true),
            "br" => new BrotliStream(output, CompressionLevel.Fastest, leaveOpen: true),
            "deflate" => new ZLibStream(output, CompressionLevel.Fastest, leaveOpen: true),
            "raw deflate" => new DeflateStream(output, CompressionLevel.Fastest, leaveOpen: true),
            _ => new BufferedStream(new MemoryStream()),
        })
        {
            if (encoding == "identity")
                return page;
            encoder.Write(page);
        }

        return output.ToArray();
    }
}
