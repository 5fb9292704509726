using System.Diagnostics;
using CoBrowse.Storage.Keys;

namespace CoBrowse.Server.Tenants;

/// <summary>How long what is known of a session stays after its end, for each purpose. A legal hold keeps it longer.</summary>
internal sealed class RetentionOptions
{
    private static readonly TimeSpan Most = TimeSpan.FromDays(36_525);

    /// <summary>What its page looked like. Default: no longer than the session.</summary>
    public TimeSpan Assets { get; set; } = TimeSpan.Zero;

    /// <summary>Its topic and who took part. Default: 90 days.</summary>
    public TimeSpan Sessions { get; set; } = TimeSpan.FromDays(90);

    /// <summary>Whom and what its audit names. Default: 7 years, of 365 days and a quarter.</summary>
    public TimeSpan Audit { get; set; } = TimeSpan.FromDays(7 * 365.25);

    public TimeSpan For(Purpose purpose) => purpose switch
    {
        Purpose.Assets => Assets,
        Purpose.Session => Sessions,
        Purpose.Audit => Audit,
        _ => throw new UnreachableException(),
    };

    public IEnumerable<string> Mistakes()
    {
        foreach (var (name, value) in ((string, TimeSpan)[])[(nameof(Assets), Assets), (nameof(Sessions), Sessions), (nameof(Audit), Audit)])
        {
            if (value < TimeSpan.Zero || value > Most)
                yield return $"{name} must be from 0 to 100 years.";
        }

        // It tells of the erasure of the others, and why a hold was placed is under its key.
        if (Audit < Sessions || Audit < Assets)
            yield return "Audit must be at least as long as Sessions and Assets.";
    }
}
