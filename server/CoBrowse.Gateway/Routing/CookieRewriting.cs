using Microsoft.Extensions.Primitives;

namespace CoBrowse.Gateway.Routing;

/// <summary>
/// Makes the portal's cookies stick at the gateway: a Domain that is not the gateway's is dropped, and what demands
/// https is relaxed where the browser reached the gateway over plain http. Path stays: the gateway moves no paths.
/// </summary>
internal sealed class CookieRewriting(ILogger<CookieRewriting> logger)
{
    public void Rewrite(HttpContext http)
    {
        var cookies = http.Response.Headers.SetCookie;
        if (cookies.Count == 0)
            return;
        http.Response.Headers.SetCookie = new StringValues([.. cookies.Select(cookie => Rewrite(cookie ?? "", http.Request))]);
    }

    private string Rewrite(string cookie, HttpRequest request)
    {
        var parts = cookie.Split(';');
        var kept = new List<string> { parts[0] };
        foreach (var part in parts.Skip(1))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            var name = (equals < 0 ? part : part[..equals]).Trim();
            var value = equals < 0 ? "" : part[(equals + 1)..].Trim();
            if (Is(name, "Domain") ? Covers(value, request.Host.Host) : request.IsHttps || !NeedsHttps(name, value))
                kept.Add(part);
        }

        if (!request.IsHttps && (parts[0].StartsWith("__Secure-", StringComparison.Ordinal) || parts[0].StartsWith("__Host-", StringComparison.Ordinal)))
            logger.CookieNeedsHttps(parts[0].Split('=')[0]);
        return string.Join(';', kept);
    }

    /// <summary>Browsers refuse SameSite=None and Partitioned without Secure.</summary>
    private static bool NeedsHttps(string name, string value) =>
        Is(name, "Secure") || Is(name, "Partitioned") || (Is(name, "SameSite") && Is(value, "None"));

    private static bool Covers(string domain, string host)
    {
        domain = domain.TrimStart('.');
        return Is(domain, host) || host.EndsWith("." + domain, StringComparison.OrdinalIgnoreCase);
    }

    private static bool Is(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
