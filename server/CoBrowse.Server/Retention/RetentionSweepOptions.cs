namespace CoBrowse.Server.Retention;

/// <summary>Section <c>Retention</c>: how the node erases what is due. For how long things stay, each tenant says.</summary>
internal sealed class RetentionSweepOptions
{
    /// <summary>How often it looks. Default: 1 h.</summary>
    public TimeSpan Interval { get; set; } = TimeSpan.FromHours(1);

    /// <summary>How many sessions it erases in one turn, between which others can write. Default: 100.</summary>
    public int Batch { get; set; } = 100;

    public IEnumerable<string> Mistakes()
    {
        if (Interval < TimeSpan.FromMinutes(1) || Interval > TimeSpan.FromDays(1))
            yield return "Retention:Interval must be between one minute and one day.";
        if (Batch is < 1 or > 1000)
            yield return "Retention:Batch must be from 1 to 1000.";
    }
}
