using CoBrowse.Server.Tenants;

namespace CoBrowse.Server.Retention;

/// <summary>How many days after its end what is known of a session stays, for each purpose.</summary>
internal sealed record RetentionView(double Assets, double Sessions, double Audit)
{
    public static RetentionView Of(RetentionOptions options) =>
        new(options.Assets.TotalDays, options.Sessions.TotalDays, options.Audit.TotalDays);
}
