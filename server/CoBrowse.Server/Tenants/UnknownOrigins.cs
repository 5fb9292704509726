using System.Collections.Concurrent;

namespace CoBrowse.Server.Tenants;

/// <summary>
/// Tells the operator of a page that carries the snippet and belongs to no tenant: its browser hides the refusal, so
/// the customer reads of a broken connection. Each origin is told once, and only so many: any page may send one.
/// </summary>
internal sealed class UnknownOrigins(ILogger<UnknownOrigins> logger)
{
    public const int Most = 100;

    private readonly ConcurrentDictionary<string, bool> told = new(StringComparer.OrdinalIgnoreCase);

    public void Refused(string origin)
    {
        if (told.Count >= Most || origin.Length > RequestOrigin.Longest || !told.TryAdd(origin, true))
            return;
        if (origin == RequestOrigin.None)
            logger.NoOrigin();
        else
            logger.UnknownOrigin(origin);
    }
}
