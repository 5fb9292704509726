namespace CoBrowse.Sessions;

/// <summary>What a customer's page asks for.</summary>
public sealed record NewSession(TenantId Tenant, string Origin, string? Topic)
{
    /// <summary>The language of its two words.</summary>
    public string WordsLanguage { get; init; } = "en";

    /// <summary>Whom it waits for first.</summary>
    public Reservation? Reserved { get; init; }

    /// <summary>Who asks, where the tenant's backend vouches for it.</summary>
    public VerifiedCustomer? Verified { get; init; }
}
