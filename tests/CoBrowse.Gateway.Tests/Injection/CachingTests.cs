using System.Net;
using System.Text;

namespace CoBrowse.Gateway.Tests.Injection;

public class CachingTests
{
    [Theory]
    [InlineData("\"v1\"")]
    [InlineData("W/\"v1\"")]
    public async Task CopyOfTheBrowser_IsConfirmedByThePortalsOwnTag(string tag)
    {
        var asked = new List<string>();
        await using var portal = await Portal.StartAsync(context => AnswerAsync(context, tag, asked));

        var first = await portal.Client.GetAsync("/");
        var marked = first.Headers.ETag!.ToString();
        var second = await Revalidate(portal, marked);

        Assert.StartsWith("W/", marked, StringComparison.Ordinal);
        Assert.Equal(["", tag], asked);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Equal(marked, second.Headers.ETag!.ToString());
    }

    [Fact]
    public async Task CopyWithAnotherTenantsSnippet_IsStale()
    {
        var asked = new List<string>();
        await using var portal = await Portal.StartAsync(context => AnswerAsync(context, "\"v1\"", asked));
        await using var other = await Portal.StartAsync(context => AnswerAsync(context, "\"v1\"", asked), settings: [("Tenant", "other")]);

        var first = await portal.Client.GetAsync("/");
        var second = await Revalidate(other, first.Headers.ETag!.ToString());

        Assert.Equal(HttpStatusCode.OK, second.StatusCode);
        Assert.Equal(["", ""], asked);
        Assert.Contains("data-tenant=\"other\"", await second.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TagOfAnUnchangedResource_PassesAsItIs()
    {
        var asked = "";
        await using var portal = await Portal.StartAsync(context =>
        {
            asked = context.Request.Headers.IfNoneMatch.ToString();
            context.Response.Headers.ETag = "\"css\"";
            context.Response.StatusCode = 304;
            return Task.CompletedTask;
        });

        var answer = await Revalidate(portal, "\"css\"");

        Assert.Equal("\"css\"", asked);
        Assert.Equal("\"css\"", answer.Headers.ETag!.ToString());
    }

    [Fact]
    public async Task PageWithADateOnly_IsNotConfirmedByTheDate()
    {
        await using var portal = await Portal.WithPageAsync(
            Encoding.UTF8.GetBytes("<!doctype html><head></head>"),
            headers: response => response.Headers.LastModified = "Wed, 01 Jan 2025 00:00:00 GMT");
        Assert.Null((await portal.Client.GetAsync("/")).Content.Headers.LastModified);
    }

    private static async Task AnswerAsync(HttpContext context, string tag, List<string> asked)
    {
        asked.Add(context.Request.Headers.IfNoneMatch.ToString());
        Assert.Empty(context.Request.Headers.IfModifiedSince.ToString());
        context.Response.Headers.ETag = tag;
        if (context.Request.Headers.IfNoneMatch == tag)
        {
            context.Response.StatusCode = 304;
            return;
        }

        context.Response.ContentType = "text/html";
        await context.Response.WriteAsync("<!doctype html><head></head><body>x");
    }

    private static Task<HttpResponseMessage> Revalidate(Portal portal, string tag)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.TryAddWithoutValidation("If-None-Match", tag);
        if (tag.Contains("cobrowse", StringComparison.Ordinal))
            request.Headers.TryAddWithoutValidation("If-Modified-Since", "Wed, 01 Jan 2025 00:00:00 GMT");
        return portal.Client.SendAsync(request);
    }
}
