namespace CoBrowse.Server.Masking;

/// <summary>What is wrong with a document, and where it may show more than the present policy.</summary>
internal sealed record PolicyCheck(IReadOnlyList<string> Mistakes, IReadOnlyList<string> ShowsMore);
