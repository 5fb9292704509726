namespace CoBrowse.Server.Masking;

/// <summary>A yes to the document with this hash, or a no with its reason.</summary>
internal sealed record ProposalDecision(string? Hash, string? Reason);
