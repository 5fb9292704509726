using System.Security.Cryptography;
using CoBrowse.Gateway.Injection;
using CoBrowse.Gateway.Routing;
using Microsoft.Extensions.Options;

namespace CoBrowse.Gateway.Policies;

/// <summary>
/// Lets the snippet through the portal's policies where the operator says so: its scripts, its calls and its hub, and
/// nothing else. Without that word policies stay as they are, and a policy that stops the snippet is reported once.
/// </summary>
internal sealed class PolicyExtension(IOptions<GatewayOptions> options, ILogger<PolicyExtension> logger)
{
    private int _reported;

    /// <summary>
    /// Extends the response's policies and gives the tag the nonce they ask for. The answer does the same for policies
    /// in meta elements; null where policies stay as they are.
    /// </summary>
    public Func<string, string>? Extend(HttpContext http, SnippetTag? tag)
    {
        var headers = http.Response.Headers;
        var sources = new SnippetSources(GatewayAddress.Origin(http.Request), options.Value.Prefix);
        var policies = headers.ContentSecurityPolicy;
        // A browser keeps the policy of its own copy when a 304 comes without one, and that policy has the nonce.
        if (tag is null)
        {
            if (options.Value.ExtendContentSecurityPolicy)
                headers.Remove("Content-Security-Policy");
            return null;
        }

        if (!options.Value.ExtendContentSecurityPolicy)
        {
            if (policies.OfType<string>().SelectMany(Split).Any(policy => !Permits(ContentSecurityPolicy.Parse(policy)))
                && Interlocked.Exchange(ref _reported, 1) == 0)
            {
                logger.SnippetForbidden();
            }

            return null;
        }

        if (policies.Count > 0)
            headers.ContentSecurityPolicy = string.Join(", ", policies.OfType<string>().SelectMany(Split).Select(policy => Extend(policy, sources, tag)));
        return policy => Extend(policy, sources, tag);
    }

    /// <summary>One policy with what the snippet needs.</summary>
    public static string Extend(string text, SnippetSources sources, SnippetTag tag)
    {
        var policy = ContentSecurityPolicy.Parse(text);
        if (policy.Find("script-src-elem", "script-src", "default-src") is { } scripts)
        {
            var directive = policy.Find("script-src-elem") is null ? "script-src" : "script-src-elem";
            if (Has(scripts, "'strict-dynamic'"))
                policy.Allow(directive, scripts, [$"'nonce-{Nonce(scripts, tag)}'"]);
            else if (!IsOpen(scripts))
                policy.Allow(directive, scripts, [sources.Script]);
        }

        if (policy.Find("connect-src", "default-src") is { } connections)
        {
            policy.Allow("connect-src", connections, IsOpen(connections) ? [sources.WebSocket] : [sources.Connect, sources.WebSocket]);
        }

        return policy.ToString();
    }

    /// <summary>
    /// Under 'strict-dynamic' addresses count for nothing, only nonces and hashes do. The tag has room for one nonce:
    /// the first policy's own, or a new one, is then given to every policy.
    /// </summary>
    private static string Nonce(List<string> scripts, SnippetTag tag)
    {
        var own = scripts.Find(source => source.StartsWith("'nonce-", StringComparison.OrdinalIgnoreCase))?["'nonce-".Length..^1];
        return tag.Nonce ??= own ?? Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));
    }

    private static bool Permits(ContentSecurityPolicy policy) =>
        (policy.Find("script-src-elem", "script-src", "default-src") is not { } scripts || (IsOpen(scripts) && !Has(scripts, "'strict-dynamic'")))
        && (policy.Find("connect-src", "default-src") is not { } connections || IsOpen(connections));

    /// <summary>Whether the gateway's own addresses are among the sources.</summary>
    private static bool IsOpen(List<string> sources) => Has(sources, "'self'") || Has(sources, "*");

    private static IEnumerable<string> Split(string header) => header.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static bool Has(List<string> sources, string source) => sources.Contains(source, StringComparer.OrdinalIgnoreCase);
}
