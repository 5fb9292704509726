namespace CoBrowse.Sessions;

/// <summary>Who the customer is, as a token says that the tenant's backend signed. The reference is the tenant's own.</summary>
public sealed record VerifiedCustomer(string Reference)
{
    /// <summary>Most characters of a reference.</summary>
    public const int LongestReference = 128;

    /// <summary>Not the reference: a record that holds it may be written somewhere.</summary>
    public override string ToString() => "verified customer";
}
