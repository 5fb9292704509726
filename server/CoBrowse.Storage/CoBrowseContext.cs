using CoBrowse.Storage.Keys;
using CoBrowse.Storage.Masking;
using CoBrowse.Storage.Retention;
using CoBrowse.Storage.Sessions;
using CoBrowse.Storage.Tenants;
using Microsoft.EntityFrameworkCore;

namespace CoBrowse.Storage;

/// <summary>The database. Times are UTC ticks as <c>long</c>, since SQLite cannot order by DateTimeOffset.</summary>
public sealed class CoBrowseContext(DbContextOptions<CoBrowseContext> options) : DbContext(options)
{
    internal DbSet<SessionRow> Sessions => Set<SessionRow>();

    internal DbSet<AgentRow> Agents => Set<AgentRow>();

    internal DbSet<AuditRow> Audit => Set<AuditRow>();

    internal DbSet<PolicyVersionRow> PolicyVersions => Set<PolicyVersionRow>();

    internal DbSet<PolicyProposalRow> PolicyProposals => Set<PolicyProposalRow>();

    internal DbSet<TenantAuditRow> TenantAudit => Set<TenantAuditRow>();

    internal DbSet<SnippetSwitchRow> SnippetSwitches => Set<SnippetSwitchRow>();

    internal DbSet<SessionKeyRow> SessionKeys => Set<SessionKeyRow>();

    internal DbSet<LegalHoldRow> LegalHolds => Set<LegalHoldRow>();

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<SessionRow>(session =>
        {
            session.ToTable("sessions").HasKey(row => row.Id);
            session.Property(row => row.Id).ValueGeneratedNever();
            session.HasIndex(row => row.EndedAt);
            // What is due is found without a look at what was erased long ago.
            foreach (var purpose in (string[])["Assets", "Session", "Audit"])
                session.HasIndex(["Tenant", "EndedAt"], $"IX_sessions_kept_{purpose}").HasFilter($"\"{purpose}ErasedAt\" IS NULL");
            session.HasMany(row => row.Agents).WithOne().HasForeignKey(row => row.SessionId);
        });
        modelBuilder.Entity<AgentRow>(agent =>
        {
            agent.ToTable("agents").HasKey(row => row.Id);
            agent.Property(row => row.Id).ValueGeneratedNever();
        });
        modelBuilder.Entity<AuditRow>().ToTable("audit").HasKey(row => new { row.SessionId, row.Sequence });
        modelBuilder.Entity<PolicyVersionRow>().ToTable("policy_versions").HasKey(row => new { row.Tenant, row.Number });
        modelBuilder.Entity<PolicyProposalRow>(proposal =>
        {
            proposal.ToTable("policy_proposals").HasKey(row => row.Id);
            proposal.Property(row => row.Id).ValueGeneratedNever();
            proposal.HasIndex(row => new { row.Tenant, row.State });
        });
        modelBuilder.Entity<TenantAuditRow>().ToTable("tenant_audit").HasKey(row => new { row.Tenant, row.Sequence });
        modelBuilder.Entity<SnippetSwitchRow>().ToTable("snippet_switches").HasKey(row => row.Tenant);
        modelBuilder.Entity<SessionKeyRow>(key =>
        {
            key.ToTable("session_keys").HasKey(row => new { row.SessionId, row.Purpose });
            key.Property(row => row.SessionId).ValueGeneratedNever();
        });
        modelBuilder.Entity<LegalHoldRow>(hold =>
        {
            hold.ToTable("legal_holds").HasKey(row => row.Id);
            hold.Property(row => row.Id).ValueGeneratedNever();
            hold.HasIndex(row => new { row.Tenant, row.PlacedAt });
            hold.HasIndex(row => row.SessionId);
        });
    }
}
