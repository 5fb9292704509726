using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace CoBrowse.Gateway.Routing;

/// <summary>Keeps the browser at the gateway: addresses of the portal in response headers become the gateway's.</summary>
internal sealed class RedirectRewriting(IOptions<GatewayOptions> options)
{
    private const string RefreshHeader = "Refresh";

    private readonly Uri _portal = new(options.Value.Portal);

    public void Rewrite(HttpContext http)
    {
        var headers = http.Response.Headers;
        foreach (var name in (string[])[HeaderNames.Location, HeaderNames.ContentLocation])
        {
            if (headers[name] is { Count: 1 } value)
                headers[name] = Translate(value.ToString(), http.Request);
        }

        if (headers[RefreshHeader] is { Count: 1 } refresh)
            headers[RefreshHeader] = TranslateRefresh(refresh.ToString(), http.Request);
    }

    private string Translate(string address, HttpRequest request)
    {
        // Only addresses that name a host can lead away; a scheme-relative one takes the page's scheme.
        var schemeRelative = address.StartsWith("//", StringComparison.Ordinal);
        if (!Uri.TryCreate(schemeRelative ? _portal.Scheme + ":" + address : address, UriKind.Absolute, out var target)
            || target.Scheme != _portal.Scheme || target.Port != _portal.Port
            || !string.Equals(target.Host, _portal.Host, StringComparison.OrdinalIgnoreCase))
        {
            return address;
        }

        // Cut rather than re-serialise: escapes stay as the portal wrote them.
        var authority = address.IndexOf("//", StringComparison.Ordinal) + 2;
        var rest = address.AsSpan(authority).IndexOfAny('/', '?', '#');
        return GatewayAddress.Origin(request) + (rest < 0 ? "/" : address[(authority + rest)..]);
    }

    private string TranslateRefresh(string refresh, HttpRequest request)
    {
        var url = refresh.IndexOf("url=", StringComparison.OrdinalIgnoreCase);
        if (url < 0)
            return refresh;
        var address = refresh[(url + 4)..].Trim();
        var bare = address.Trim('"', '\'');
        return refresh[..(url + 4)] + address.Replace(bare, Translate(bare, request), StringComparison.Ordinal);
    }
}
