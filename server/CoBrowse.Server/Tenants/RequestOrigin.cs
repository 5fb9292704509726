namespace CoBrowse.Server.Tenants;

/// <summary>Where a browser says that a request comes from. Pages cannot forge it.</summary>
internal static class RequestOrigin
{
    public const int Longest = 300;

    /// <summary>What a browser sends for a page that has no origin: one from a file, or in a sandbox.</summary>
    public const string None = "null";

    public static string? Origin(this HttpRequest request) =>
        request.Headers.Origin is [{ Length: > 0 and <= Longest } origin] && origin != None ? origin : null;

    /// <summary>Whether the request comes from a page of this very host, as the console does, or from no page at all.</summary>
    public static bool IsOwnOrigin(this HttpRequest request) =>
        !request.Headers.ContainsKey("Origin")
        || string.Equals(request.Origin(), $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);
}
