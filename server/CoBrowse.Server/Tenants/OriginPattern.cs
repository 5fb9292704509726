using System.Buffers;

namespace CoBrowse.Server.Tenants;

/// <summary>A web origin of an allow-list: <c>https://bank.example</c>, or <c>http://localhost:*</c> for any port.</summary>
internal readonly record struct OriginPattern(string Scheme, string Host, int? Port)
{
    private static readonly SearchValues<char> BehindAnOrigin = SearchValues.Create("/\\?#@ ");

    public static OriginPattern? Parse(string text)
    {
        var anyPort = text.EndsWith(":*", StringComparison.Ordinal);
        var address = anyPort ? text[..^2] : text;
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri)
            || uri.Scheme is not ("http" or "https")
            // What a browser sends has nothing behind the port, not even what a parser would take away again.
            || !address.StartsWith(uri.Scheme + "://", StringComparison.OrdinalIgnoreCase)
            || address.AsSpan(uri.Scheme.Length + 3).ContainsAny(BehindAnOrigin)
            || uri.Host.Contains('*', StringComparison.Ordinal))
        {
            return null;
        }

        return new OriginPattern(uri.Scheme, uri.Host, anyPort ? null : uri.Port);
    }

    public bool Matches(string origin) =>
        Parse(origin) is { Port: { } port } given
        && given.Scheme == Scheme
        && string.Equals(given.Host, Host, StringComparison.OrdinalIgnoreCase)
        && (Port is null || Port == port);
}
