using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace CoBrowse.Gateway.Injection;

/// <summary>
/// Entity tags of pages that the gateway has changed. A page's tag becomes weak and carries a mark of the gateway's
/// settings: with other settings the browser's copy is stale, though the portal's page is not.
/// </summary>
internal sealed class EntityTags
{
    private const string Mark = "-cobrowse-";
    private static readonly object Restored = new();

    private readonly string _settings;

    public EntityTags(IOptions<GatewayOptions> options)
    {
        var settings = $"{options.Value.Tenant}\n{options.Value.Prefix}\n{options.Value.ExtendContentSecurityPolicy}";
        _settings = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(settings)).AsSpan(0, 4));
    }

    /// <summary>Gives the portal its own tags back, and takes away those of other settings.</summary>
    public void RestoreRequest(HttpContext http, HttpRequestMessage outgoing)
    {
        if (!EntityTagHeaderValue.TryParseList(http.Request.Headers.IfNoneMatch.OfType<string>().ToList(), out var tags)
            || !tags.Any(tag => tag.Tag.ToString().Contains(Mark, StringComparison.Ordinal)))
        {
            return;
        }

        var known = tags.Select(Restore).OfType<string>().ToList();
        outgoing.Headers.Remove(HeaderNames.IfNoneMatch);
        if (known.Count > 0)
            outgoing.Headers.TryAddWithoutValidation(HeaderNames.IfNoneMatch, string.Join(", ", known));
        // The date alone would call a copy fresh that carries another snippet.
        outgoing.Headers.Remove(HeaderNames.IfModifiedSince);
        http.Items[Restored] = true;
    }

    /// <summary>Marks the tag of a page that gets the snippet, and of the 304 that confirms such a page.</summary>
    public void MarkResponse(HttpContext http)
    {
        var headers = http.Response.Headers;
        if (EntityTagHeaderValue.TryParse(headers.ETag.ToString(), out var tag) && tag.Tag.Length > 2)
            headers.ETag = $"W/{tag.Tag.Subsegment(0, tag.Tag.Length - 1)}{Mark}{(tag.IsWeak ? 'w' : 's')}{_settings}\"";
        else
            headers.Remove(HeaderNames.ETag);
    }

    public static bool ConfirmsPage(HttpContext http) => http.Response.StatusCode == StatusCodes.Status304NotModified && http.Items.ContainsKey(Restored);

    private string? Restore(EntityTagHeaderValue value)
    {
        var tag = value.Tag.ToString();
        var mark = tag.LastIndexOf(Mark, StringComparison.Ordinal);
        if (mark < 0)
            return value.ToString();
        var suffix = tag[(mark + Mark.Length)..].TrimEnd('"');
        return suffix.Length == 9 && suffix[1..] == _settings ? (suffix[0] == 'w' ? "W/" : "") + tag[..mark] + '"' : null;
    }
}
