using System.IO.Compression;
using System.Text;

namespace CoBrowse.Gateway.Tests.Injection;

public class StreamingTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Theory]
    [InlineData("")]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task LargePage_ArrivesBeforeThePortalHasFinishedIt(string encoding)
    {
        const int Rows = 50_000;
        var row = "<tr><td>" + new string('r', 90) + "</td></tr>\n";
        var firstRowsSeen = new TaskCompletionSource();
        await using var portal = await Portal.StartAsync(async context =>
        {
            context.Response.ContentType = "text/html";
            if (encoding.Length > 0)
                context.Response.Headers.ContentEncoding = encoding;
            await using var body = Encoder(context.Response.Body, encoding);
            await body.WriteAsync(Encoding.UTF8.GetBytes("<!doctype html><head><title>Long</title></head><body><table>" + row));
            await body.FlushAsync();
            // The rest is not produced until the client has read the start: a gateway that buffers would never end.
            await firstRowsSeen.Task.WaitAsync(Patience);
            for (var index = 1; index < Rows; index++)
                await body.WriteAsync(Encoding.UTF8.GetBytes(row));
        });

        using var answer = await portal.Client.GetAsync("/", HttpCompletionOption.ResponseHeadersRead);
        await using var page = await answer.Content.ReadAsStreamAsync();
        var start = new MemoryStream();
        var buffer = new byte[4096];
        while (!Encoding.UTF8.GetString(start.ToArray()).Contains("</tr>", StringComparison.Ordinal))
        {
            var read = await page.ReadAsync(buffer).AsTask().WaitAsync(Patience);
            Assert.NotEqual(0, read);
            start.Write(buffer, 0, read);
        }

        firstRowsSeen.SetResult();
        await page.CopyToAsync(start);
        var expected = $"<!doctype html><head><title>Long</title>{portal.Tag}</head><body><table>" + string.Concat(Enumerable.Repeat(row, Rows));
        Assert.Equal(expected, Encoding.UTF8.GetString(start.ToArray()));
    }

    [Fact]
    public async Task PageSentByteByByte_IsTheSame()
    {
        const string Page = "<!doctype html><head><script>a<b</script></head><body>x";
        await using var portal = await Portal.StartAsync(async context =>
        {
            context.Response.ContentType = "text/html";
            foreach (var b in Encoding.UTF8.GetBytes(Page))
            {
                await context.Response.Body.WriteAsync(new[] { b });
                await context.Response.Body.FlushAsync();
            }
        });

        Assert.Equal(Page.Replace("</head>", portal.Tag + "</head>", StringComparison.Ordinal), await portal.Client.GetStringAsync("/"));
    }

    [Fact]
    public async Task EventStream_PassesEventByEvent()
    {
        var second = new TaskCompletionSource();
        await using var portal = await Portal.StartAsync(async context =>
        {
            context.Response.ContentType = "text/event-stream";
            await context.Response.WriteAsync("data: one\n\n");
            await context.Response.Body.FlushAsync();
            await second.Task.WaitAsync(Patience);
            await context.Response.WriteAsync("data: two\n\n");
        });

        using var answer = await portal.Client.GetAsync("/events", HttpCompletionOption.ResponseHeadersRead);
        using var reader = new StreamReader(await answer.Content.ReadAsStreamAsync());
        Assert.Equal("data: one", await reader.ReadLineAsync().WaitAsync(Patience));
        second.SetResult();
        Assert.Equal("\ndata: two\n\n", await reader.ReadToEndAsync().WaitAsync(Patience));
    }

    [Fact]
    public async Task PageThatBreaksOff_BreaksOffForTheBrowserToo()
    {
        var halfSeen = new TaskCompletionSource();
        await using var portal = await Portal.StartAsync(async context =>
        {
            context.Response.ContentType = "text/html";
            await context.Response.WriteAsync("<!doctype html><head></head><body>half");
            await context.Response.Body.FlushAsync();
            await halfSeen.Task.WaitAsync(Patience);
            context.Abort();
        });

        using var answer = await portal.Client.GetAsync("/", HttpCompletionOption.ResponseHeadersRead);
        using var page = new StreamReader(await answer.Content.ReadAsStreamAsync());
        Assert.Equal('<', await ReadCharAsync(page));
        halfSeen.SetResult();
        await Assert.ThrowsAnyAsync<IOException>(() => page.ReadToEndAsync().WaitAsync(Patience));
    }

    private static async Task<char> ReadCharAsync(StreamReader reader)
    {
        var first = new char[1];
        await reader.ReadAsync(first).AsTask().WaitAsync(Patience);
        return first[0];
    }

    private static Stream Encoder(Stream body, string encoding) => encoding switch
    {
        "gzip" => new GZipStream(body, CompressionLevel.Fastest),
        "br" => new BrotliStream(body, CompressionLevel.Fastest),
        _ => body,
    };
}
