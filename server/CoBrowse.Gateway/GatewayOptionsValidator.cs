using Microsoft.Extensions.Options;

namespace CoBrowse.Gateway;

/// <summary>Names every mistake in the settings at once.</summary>
internal sealed class GatewayOptionsValidator : IValidateOptions<GatewayOptions>
{
    public ValidateOptionsResult Validate(string? name, GatewayOptions options)
    {
        var mistakes = new List<string>();
        if (string.IsNullOrWhiteSpace(options.Portal))
            mistakes.Add("Gateway:Portal is missing: the portal's address, for example --Gateway:Portal=http://localhost:8080.");
        else
            CheckOrigin("Gateway:Portal", options.Portal, mistakes);
        CheckOrigin("Gateway:Server", options.Server, mistakes);
        if (string.IsNullOrWhiteSpace(options.Tenant))
            mistakes.Add("Gateway:Tenant is empty: the tenant that the snippet opens sessions for.");
        if (!IsPrefix(options.Prefix))
            mistakes.Add($"Gateway:Prefix '{options.Prefix}' must be a path such as /_cobrowse: it starts with a slash, does not end "
                + "with one, and holds only letters, digits, '-', '_', '.' and '~'.");
        return mistakes.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(mistakes);
    }

    private static void CheckOrigin(string setting, string address, List<string> mistakes)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || (uri.Scheme != Uri.UriSchemeHttp && uri.Scheme != Uri.UriSchemeHttps))
            mistakes.Add($"{setting} '{address}' is not an http or https address.");
        else if (uri.PathAndQuery != "/" || uri.Fragment.Length > 0 || uri.UserInfo.Length > 0)
            mistakes.Add($"{setting} '{address}' must be an origin, scheme, host and port, with nothing behind it.");
    }

    private static bool IsPrefix(string prefix) =>
        prefix.Length > 1
        && prefix[0] == '/'
        && prefix.Split('/').Skip(1).All(part =>
            part.Length > 0 && part is not "." and not ".." && part.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or '~'));
}
