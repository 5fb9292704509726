using System.Text.Json;
using CoBrowse.Server.Identity;
using CoBrowse.Storage.Masking;

namespace CoBrowse.Server.Masking;

/// <summary>A draft or proposal. <see cref="ShowsMore"/> names where it may show more than the policy of now.</summary>
internal sealed record ProposalView(
    Guid Id,
    string State,
    string Hash,
    string Author,
    string AuthorName,
    long At,
    string? Note,
    int BasedOn,
    string? DecidedBy,
    long? DecidedAt,
    string? Reason,
    int? Version,
    bool MayApprove,
    IReadOnlyList<string> ShowsMore,
    JsonElement? Document)
{
    public static ProposalView Of(PolicyProposal proposal, CurrentPolicy present, Administrator reader)
    {
        var document = PolicyReader.Read(proposal.Document).Document;
        var waits = proposal.State == ProposalState.Waiting;
        return new ProposalView(
            proposal.Id, proposal.State.ToString(), proposal.Hash, proposal.Author, proposal.AuthorName, proposal.At.ToUnixTimeMilliseconds(),
            proposal.Note, proposal.BasedOn, proposal.DecidedBy, proposal.DecidedAt?.ToUnixTimeMilliseconds(), proposal.Reason, proposal.Version,
            waits && proposal.Author != reader.Subject && proposal.BasedOn == present.Version,
            document is null || proposal.State is ProposalState.Published or ProposalState.Rejected
                ? []
                : PolicyComparison.ShowsMore(present.Document, document),
            document is null ? null : JsonElement.Parse(proposal.Document.Span));
    }
}
