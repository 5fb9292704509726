using CoBrowse.Gateway.Policies;
using CoBrowse.Gateway.Routing;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace CoBrowse.Gateway.Injection;

/// <summary>
/// Decides for each answer of the portal whether it is a page, and if so swaps its body for one that gets the snippet
/// while it streams, with headers that are true of the changed body. Every other answer passes byte for byte.
/// </summary>
internal sealed class SnippetInjection(
    IOptions<GatewayOptions> options,
    EntityTags tags,
    PolicyExtension policies,
    ILogger<SnippetInjection> logger)
{
    /// <summary>Headers that are true only of the portal's own bytes.</summary>
    private static readonly string[] OfTheBytes =
        [HeaderNames.ContentLength, HeaderNames.ContentEncoding, HeaderNames.ContentMD5, "Digest", "Content-Digest", "Repr-Digest", HeaderNames.AcceptRanges];

    public void PrepareRequest(HttpContext http, HttpRequestMessage outgoing)
    {
        tags.RestoreRequest(http, outgoing);
        outgoing.Headers.Remove(HeaderNames.AcceptEncoding);
        outgoing.Headers.TryAddWithoutValidation(HeaderNames.AcceptEncoding, ContentDecoding.Accept(http.Request.Headers.AcceptEncoding));
    }

    public async ValueTask PrepareResponseAsync(HttpContext http, HttpResponseMessage portal)
    {
        if (EntityTags.ConfirmsPage(http))
        {
            tags.MarkResponse(http);
            policies.Extend(http, null);
            return;
        }

        if (!HtmlContent.IsPage(http.Response))
            return;
        var encodings = ContentDecoding.Read(http.Response.Headers.ContentEncoding);
        if (encodings is null)
        {
            logger.EncodingUnknown(http.Response.Headers.ContentEncoding.ToString());
            return;
        }

        var server = GatewayAddress.Origin(http.Request) + options.Value.Prefix;
        var tag = new SnippetTag(server, options.Value.Tenant);
        var extendMeta = policies.Extend(http, tag);
        CorrectHeaders(http);
        if (HttpMethods.IsHead(http.Request.Method))
            return;

        var body = ContentDecoding.Decode(await portal.Content.ReadAsStreamAsync(http.RequestAborted), encodings);
        portal.Content = new StreamContent(new SnippetStream(body, new SnippetInjector(tag, extendMeta)));
    }

    private void CorrectHeaders(HttpContext http)
    {
        var headers = http.Response.Headers;
        foreach (var name in OfTheBytes)
            headers.Remove(name);
        tags.MarkResponse(http);
        // Without a tag only the date could confirm a copy, and the date knows nothing of the snippet.
        if (headers.ETag.Count == 0)
            headers.Remove(HeaderNames.LastModified);
    }
}
