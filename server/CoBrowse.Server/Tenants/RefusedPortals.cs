using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using CoBrowse.Sessions;

namespace CoBrowse.Server.Tenants;

/// <summary>
/// Tells the operator of pages that carry the snippet and are set up for no tenant, or for another one: the customer
/// reads only that help is not available. Each origin is told once, and only so many: any page may send one.
/// </summary>
internal sealed class RefusedPortals(ILogger<RefusedPortals> logger)
{
    public const int Most = 100;
    private const string Origins = "origin";

    private readonly ConcurrentDictionary<string, bool> told = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>No tenant has this origin.</summary>
    public void UnknownOrigin(string origin)
    {
        if (!IsNews(origin, Origins))
            return;
        if (origin == RequestOrigin.None)
            logger.NoOrigin();
        else
            logger.UnknownOrigin(origin);
    }

    /// <summary>The page names a tenant that there is not. What it names is the page's text, and stays out of the log.</summary>
    public void UnknownTenant(string? origin)
    {
        if (IsKnown(origin) && IsNews(origin, "tenant"))
            logger.UnknownTenant(origin);
    }

    /// <summary>The page names a tenant whose portal is somewhere else.</summary>
    public void OtherOrigin(string? origin, TenantId tenant)
    {
        if (IsKnown(origin) && IsNews(origin, $"tenant {tenant}"))
            logger.OtherOrigin(origin, tenant);
    }

    private bool IsKnown([NotNullWhen(true)] string? origin) => origin is not null && !told.ContainsKey(About(Origins, origin));

    private bool IsNews(string origin, string about) =>
        told.Count < Most && origin.Length <= RequestOrigin.Longest && told.TryAdd(About(about, origin), true);

    private static string About(string what, string origin) => $"{what} {origin}";
}
