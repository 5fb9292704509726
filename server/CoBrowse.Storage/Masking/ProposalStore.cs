using CoBrowse.Sessions;
using CoBrowse.Storage.Tenants;
using Microsoft.EntityFrameworkCore;

namespace CoBrowse.Storage.Masking;

/// <summary>The policies that administrators work on, have proposed, or have decided about.</summary>
public sealed class ProposalStore(IDbContextFactory<CoBrowseContext> contexts, TenantLedger ledger)
{
    private const string Table = "policy_proposals";

    /// <summary>One proposal of this tenant.</summary>
    /// <exception cref="UnreadableRowsException">It was tampered with.</exception>
    public Task<PolicyProposal?> FindAsync(TenantId tenant, Guid id, CancellationToken cancellationToken) =>
        UnreadableRowsException.TellAsync(Table, async () =>
        {
            await using var context = await contexts.CreateDbContextAsync(cancellationToken);
            var row = await context.PolicyProposals.AsNoTracking()
                .FirstOrDefaultAsync(row => row.Id == id && row.Tenant == tenant.Value, cancellationToken);
            return row is null ? null : Read(row);
        });

    /// <summary>The newest proposals of a tenant, the newest first. Others' drafts are their own.</summary>
    /// <exception cref="UnreadableRowsException">They were tampered with.</exception>
    public Task<IReadOnlyList<PolicyProposal>> ReadAsync(TenantId tenant, string reader, int most, CancellationToken cancellationToken) =>
        UnreadableRowsException.TellAsync<IReadOnlyList<PolicyProposal>>(Table, async () =>
        {
            await using var context = await contexts.CreateDbContextAsync(cancellationToken);
            var rows = await context.PolicyProposals.AsNoTracking()
                .Where(row => row.Tenant == tenant.Value && (row.State != ProposalState.Draft || row.Author == reader))
                .OrderByDescending(row => row.At)
                .Take(most)
                .ToListAsync(cancellationToken);
            return [.. rows.Select(Read)];
        });

    /// <summary>Writes a proposal as it is now, and who did it.</summary>
    public Task SaveAsync(PolicyProposal proposal, TenantAct act) => ledger.WriteAsync(act, async context =>
    {
        var row = await context.PolicyProposals.FirstOrDefaultAsync(row => row.Id == proposal.Id);
        if (row is null)
        {
            row = new PolicyProposalRow
            {
                Id = proposal.Id,
                Tenant = proposal.Tenant.Value,
                Author = proposal.Author,
                AuthorName = proposal.AuthorName,
                Document = [],
                Hash = string.Empty,
            };
            context.PolicyProposals.Add(row);
        }

        (row.State, row.Document, row.Hash) = (proposal.State, proposal.Document.ToArray(), proposal.Hash);
        (row.At, row.Note, row.BasedOn) = (proposal.At.UtcTicks, proposal.Note, proposal.BasedOn);
        (row.DecidedBy, row.DecidedAt) = (proposal.DecidedBy, proposal.DecidedAt?.UtcTicks);
        (row.Reason, row.Version) = (proposal.Reason, proposal.Version);
    });

    private static PolicyProposal Read(PolicyProposalRow row) => new(
        row.Id, new TenantId(row.Tenant), row.State, row.Document, row.Hash, row.Author, row.AuthorName, At(row.At), row.Note,
        row.BasedOn, row.DecidedBy, row.DecidedAt is { } decided ? At(decided) : null, row.Reason, row.Version);

    private static DateTimeOffset At(long ticks) => new(ticks, TimeSpan.Zero);
}
