using System.Text;
using System.Text.Encodings.Web;

namespace CoBrowse.Gateway.Injection;

/// <summary>The markup that goes into a page. Its addresses are absolute, because a page's base element may point elsewhere.</summary>
internal sealed class SnippetTag(string server, string tenant)
{
    public const string ScriptPath = "/snippet/cobrowse.js";

    /// <summary>The nonce that the page's policy asks of scripts, if it does.</summary>
    public string? Nonce { get; set; }

    public byte[] ToBytes()
    {
        var html = HtmlEncoder.Default;
        var nonce = Nonce is null ? "" : $" nonce=\"{html.Encode(Nonce)}\"";
        return Encoding.ASCII.GetBytes(
            $"<script async src=\"{html.Encode(server)}{ScriptPath}\" data-tenant=\"{html.Encode(tenant)}\" data-server=\"{html.Encode(server)}\"{nonce}></script>");
    }

    public static byte[] MetaPolicy(string policy) => Encoding.ASCII.GetBytes(
        $"<meta http-equiv=\"Content-Security-Policy\" content=\"{policy.Replace("&", "&amp;", StringComparison.Ordinal).Replace("\"", "&quot;", StringComparison.Ordinal)}\">");
}
