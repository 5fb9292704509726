using CoBrowse.Server.Tenants;

namespace CoBrowse.Server.Console;

/// <summary>
/// The console's Content-Security-Policy: its own scripts, its own node, and its issuers. No text becomes markup or
/// code: under Trusted Types nothing of the console asks for a policy, so there is none. A page that an administrator
/// previews is read as a blob.
/// </summary>
internal static class ConsolePolicy
{
    public static string For(TenantRegistry tenants)
    {
        var issuers = tenants.All.Values
            .Select(tenant => tenant.Issuer.Authority)
            .Where(authority => authority != IssuerOptions.Development)
            .Select(authority => new Uri(authority).GetLeftPart(UriPartial.Authority))
            .Distinct()
            .ToList();
        var others = string.Concat(issuers.Select(issuer => " " + issuer));
        return "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self' data:; "
            + $"media-src 'self' blob:; connect-src 'self' blob:{others}; frame-src 'self'{others}; manifest-src 'self'; form-action 'none'; "
            + "base-uri 'none'; object-src 'none'; frame-ancestors 'self'; require-trusted-types-for 'script'; trusted-types 'none'";
    }
}
