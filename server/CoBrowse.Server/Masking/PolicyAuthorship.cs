namespace CoBrowse.Server.Masking;

/// <summary>Whose a version is: subjects of the tenant's issuer, and the second person where one was needed.</summary>
internal sealed record PolicyAuthorship(string Source, string Author, string? Approver, string? Note);
