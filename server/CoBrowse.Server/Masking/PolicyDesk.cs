using CoBrowse.Protocol;
using CoBrowse.Server.Identity;
using CoBrowse.Sessions;
using CoBrowse.Storage.Masking;
using CoBrowse.Storage.Tenants;

namespace CoBrowse.Server.Masking;

/// <summary>
/// Where administrators change their tenant's policy. What only restricts further holds at once; whatever may show
/// more waits for a second person, who approves exactly the bytes that they have seen.
/// </summary>
internal sealed class PolicyDesk(TenantPolicies policies, ProposalStore proposals, TimeProvider time) : IDisposable
{
    private readonly SemaphoreSlim gate = new(1, 1);

    /// <summary>Keeps a document to work on; with an id, in the place of the author's earlier draft.</summary>
    public Task<DeskAnswer> SaveAsync(Administrator who, Guid? id, PolicyDocument document, string? note, CancellationToken cancellationToken) =>
        OneByOneAsync(
            async () =>
            {
                if (id is null)
                    return await WriteAsync(Draft(who, document, note), who, "policy-drafted");
                var (draft, refusal) = await OwnDraftAsync(who, id.Value, cancellationToken);
                if (draft is null)
                    return refusal;
                var bytes = document.ToBytes();
                return await WriteAsync(
                    draft with { Document = bytes, Hash = PolicySigner.HashOf(bytes), Note = note, At = time.GetUtcNow() }, who, "policy-drafted");
            },
            cancellationToken);

    /// <summary>Asks that a draft become the policy.</summary>
    public Task<DeskAnswer> ProposeAsync(Administrator who, Guid id, CancellationToken cancellationToken) =>
        OneByOneAsync(
            async () =>
            {
                var (draft, refusal) = await OwnDraftAsync(who, id, cancellationToken);
                return draft is null ? refusal : await ProposeAsync(who, draft, PolicySource.Administrator);
            },
            cancellationToken);

    /// <summary>Asks that an earlier version become the policy again.</summary>
    public Task<DeskAnswer> RollBackAsync(Administrator who, int number, string? note, CancellationToken cancellationToken) =>
        OneByOneAsync(
            async () =>
            {
                var (version, trusted) = (await policies.HistoryAsync(who.Tenant, cancellationToken)).FirstOrDefault(each => each.Version.Number == number);
                if (version is null)
                    return new DeskAnswer(Refusal.NotFound, "There is no such version.");
                if (!trusted || PolicyReader.Read(version.Document).Document is not { } document)
                    return new DeskAnswer(Refusal.NotAllowed, "The version is not what was signed.");
                return await ProposeAsync(who, Draft(who, document, note ?? $"Back to version {number}."), PolicySource.RollBack);
            },
            cancellationToken);

    /// <summary>A second person agrees to the document with this hash.</summary>
    public Task<DeskAnswer> ApproveAsync(Administrator who, Guid id, string? hash, CancellationToken cancellationToken) =>
        OneByOneAsync(
            async () =>
            {
                if (await proposals.FindAsync(who.Tenant, id, cancellationToken) is not { } proposal || IsForeignDraft(proposal, who))
                    return new DeskAnswer(Refusal.NotFound, null);
                if (proposal.State != ProposalState.Waiting)
                    return new DeskAnswer(Refusal.WrongState, "The proposal does not wait for anybody.");
                if (proposal.Author == who.Subject)
                    return new DeskAnswer(Refusal.NotAllowed, "Somebody else than its author has to approve it.");
                // Also what became of the row in the database since: only what the approver has seen can be published.
                if (hash != proposal.Hash || PolicySigner.HashOf(proposal.Document.Span) != hash
                    || PolicyReader.Read(proposal.Document).Document is not { } document)
                {
                    return new DeskAnswer(Refusal.HashMismatch, "This is not the document that was shown.");
                }

                return await PublishAsync(who, proposal, document, PolicySource.Administrator, approver: who.Subject);
            },
            cancellationToken);

    /// <summary>Says no; an author takes the own proposal or draft back.</summary>
    public Task<DeskAnswer> RejectAsync(Administrator who, Guid id, string? reason, CancellationToken cancellationToken) =>
        OneByOneAsync(
            async () =>
            {
                if (await proposals.FindAsync(who.Tenant, id, cancellationToken) is not { } proposal || IsForeignDraft(proposal, who))
                    return new DeskAnswer(Refusal.NotFound, null);
                return proposal.State is ProposalState.Draft or ProposalState.Waiting
                    ? await WriteAsync(Decided(proposal, who, ProposalState.Rejected) with { Reason = reason }, who, "policy-rejected")
                    : new DeskAnswer(Refusal.WrongState, "The proposal is decided.");
            },
            cancellationToken);

    public void Dispose() => gate.Dispose();

    private async Task<DeskAnswer> ProposeAsync(Administrator who, PolicyProposal draft, string source)
    {
        if (PolicyReader.Read(draft.Document).Document is not { } document)
            return new DeskAnswer(Refusal.InvalidRequest, "The draft is no policy any more.");
        var present = policies.Current(who.Tenant);
        var proposal = draft with { BasedOn = present.Version, At = time.GetUtcNow() };
        if (PolicyComparison.ShowsMore(present.Document, document).Count > 0)
            return await WriteAsync(proposal with { State = ProposalState.Waiting }, who, "policy-proposed");
        return await PublishAsync(who, proposal, document, source, approver: null);
    }

    private async Task<DeskAnswer> PublishAsync(
        Administrator who, PolicyProposal proposal, PolicyDocument document, string source, string? approver)
    {
        var by = new PolicyAuthorship(source, proposal.Author, approver, proposal.Note);
        if (await policies.PublishAsync(who.Tenant, document, proposal.BasedOn, by, CancellationToken.None) is not { } published)
            return new DeskAnswer(Refusal.WrongState, "The policy has changed since this was proposed: propose it again.");
        return await WriteAsync(
            Decided(proposal, who, ProposalState.Published) with { Version = published.Version }, who, approver is null ? "policy-proposed" : "policy-approved");
    }

    private async Task<(PolicyProposal? Draft, DeskAnswer Refusal)> OwnDraftAsync(Administrator who, Guid id, CancellationToken cancellationToken)
    {
        var found = await proposals.FindAsync(who.Tenant, id, cancellationToken);
        if (found is null || IsForeignDraft(found, who))
            return (null, new DeskAnswer(Refusal.NotFound, null));
        if (found.Author != who.Subject)
            return (null, new DeskAnswer(Refusal.NotAllowed, "It is somebody else's."));
        return found.State == ProposalState.Draft
            ? (found, default)
            : (null, new DeskAnswer(Refusal.WrongState, "It is no draft any more."));
    }

    private static bool IsForeignDraft(PolicyProposal proposal, Administrator who) =>
        proposal.State == ProposalState.Draft && proposal.Author != who.Subject;

    private PolicyProposal Draft(Administrator who, PolicyDocument document, string? note)
    {
        var (now, bytes) = (time.GetUtcNow(), document.ToBytes());
        return new PolicyProposal(
            Guid.CreateVersion7(now), who.Tenant, ProposalState.Draft, bytes, PolicySigner.HashOf(bytes), who.Subject, who.Name, now, note,
            policies.Current(who.Tenant).Version, null, null, null, null);
    }

    private PolicyProposal Decided(PolicyProposal proposal, Administrator who, ProposalState state) =>
        proposal with { State = state, DecidedBy = who.Subject, DecidedAt = time.GetUtcNow() };

    private async Task<DeskAnswer> WriteAsync(PolicyProposal proposal, Administrator who, string kind)
    {
        await proposals.SaveAsync(proposal, new TenantAct(who.Tenant, kind, who.Subject, $"{proposal.Id:N} {proposal.Hash}"));
        return new DeskAnswer(proposal);
    }

    private async Task<DeskAnswer> OneByOneAsync(Func<Task<DeskAnswer>> step, CancellationToken cancellationToken)
    {
        await gate.WaitAsync(cancellationToken);
        try
        {
            return await step();
        }
        finally
        {
            gate.Release();
        }
    }
}
