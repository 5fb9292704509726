using System.Net;
using Microsoft.Net.Http.Headers;

namespace CoBrowse.Gateway.Injection;

/// <summary>Tells which responses are HTML pages whose markup can be read byte by byte.</summary>
internal static class HtmlContent
{
    /// <summary>
    /// Charsets in which bytes below 0x80, '&lt;', '&gt;' and quotes above all, always mean their ASCII characters.
    /// UTF-16, UTF-32, UTF-7, ISO-2022 and EBCDIC are not among them, nor is any label that nobody knows.
    /// </summary>
    private static readonly HashSet<string> AsciiCompatible = new(StringComparer.OrdinalIgnoreCase)
    {
        "utf-8", "utf8", "us-ascii", "ascii", "latin1", "l1", "iso8859-1", "shift_jis", "shift-jis", "sjis", "x-sjis", "windows-31j", "ms_kanji",
        "euc-jp", "x-euc-jp", "euc-kr", "ks_c_5601-1987", "windows-949", "gbk", "gb2312", "gb18030", "x-gbk", "big5", "big5-hkscs", "koi8-r", "koi8-u",
        "macintosh", "x-mac-cyrillic", "windows-874", "tis-620", "ibm866", "cp866",
    };

    /// <summary>Whether this response carries, or for HEAD and 304 speaks of, a page that may get the snippet.</summary>
    public static bool IsPage(HttpResponse response)
    {
        if (response.StatusCode is < 200 or (int)HttpStatusCode.NoContent or (int)HttpStatusCode.ResetContent or (int)HttpStatusCode.PartialContent)
            return false;
        if (response.Headers.ContainsKey(HeaderNames.ContentRange) || IsDownload(response))
            return false;
        return MediaTypeHeaderValue.TryParse(response.ContentType, out var type)
            && type.MediaType.Equals("text/html", StringComparison.OrdinalIgnoreCase)
            && IsAsciiCompatible(HeaderUtilities.RemoveQuotes(type.Charset).ToString());
    }

    private static bool IsAsciiCompatible(string charset) =>
        charset.Length == 0
        || AsciiCompatible.Contains(charset)
        || charset.StartsWith("windows-125", StringComparison.OrdinalIgnoreCase)
        || charset.StartsWith("cp125", StringComparison.OrdinalIgnoreCase)
        || charset.StartsWith("iso-8859-", StringComparison.OrdinalIgnoreCase);

    private static bool IsDownload(HttpResponse response) =>
        response.Headers.ContentDisposition.ToString().TrimStart().StartsWith("attachment", StringComparison.OrdinalIgnoreCase);
}
