using CoBrowse.Sessions;
using CoBrowse.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace CoBrowse.Server.Tests.Audit;

/// <summary>What a tenant's administrators did: three versions of a policy, each with its line.</summary>
public sealed class TenantAuditVerificationTests(AuditedNode node) : IClassFixture<AuditedNode>
{
    private const string Tenant = "tenant demo";

    [Fact]
    public void An_untouched_audit_of_tenants_is_found_whole_and_counted()
    {
        var (code, said, _) = AuditedNode.Verify(node.Copy(string.Empty, open: false));
        Assert.Equal((0, true), (code, said.Contains("2 sessions and 1 tenants are as they were written", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("UPDATE tenant_audit SET Actor = 'kim' WHERE Sequence = 2", 2, AuditFaultKind.Changed)]
    [InlineData("UPDATE tenant_audit SET At = 'never' WHERE Sequence = 2", 2, AuditFaultKind.Changed)]
    [InlineData("UPDATE tenant_audit SET Detail = NULL WHERE Sequence = 3", 3, AuditFaultKind.Changed)]
    [InlineData("UPDATE tenant_audit SET Hash = Previous WHERE Sequence = 1", 1, AuditFaultKind.Changed)]
    [InlineData("DELETE FROM tenant_audit WHERE Sequence = 2", 2, AuditFaultKind.Removed)]
    [InlineData("DELETE FROM tenant_audit WHERE Sequence = 3", 3, AuditFaultKind.Removed)]
    [InlineData("DELETE FROM tenant_audit", 1, AuditFaultKind.Removed)]
    [InlineData("UPDATE tenant_audit SET Tenant = 'other' WHERE Sequence = 2", 2, AuditFaultKind.Removed)]
    [InlineData("INSERT INTO tenant_audit SELECT Tenant, 4, At, Kind, Actor, Detail, Hash, Hash FROM tenant_audit WHERE Sequence = 3", 4, AuditFaultKind.Changed)]
    [InlineData("DELETE FROM policy_versions WHERE Number = 3", 3, AuditFaultKind.Contradicts)]
    [InlineData("UPDATE policy_versions SET Hash = 'x' WHERE Number = 2", 2, AuditFaultKind.Contradicts)]
    [InlineData("INSERT INTO policy_versions (Tenant, Number, Document, Hash, Source, Author, At, Signature) SELECT Tenant, 4, Document, Hash, Source, Author, At, Signature FROM policy_versions WHERE Number = 1", 3, AuditFaultKind.Contradicts)]
    public void Tampering_with_what_administrators_did_is_found_and_located(string sql, int sequence, AuditFaultKind kind)
    {
        var file = node.Copy(sql);
        Assert.Contains(AuditFile.Check(file).Faults, fault => (fault.Session, fault.Sequence, fault.Kind) == (Tenant, sequence, kind));
        var (code, said, _) = AuditedNode.Verify(file);
        Assert.Equal((1, true), (code, said.Contains($"{Tenant} {sequence}: ", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("UPDATE tenant_audit SET Detail = 'x'")]
    [InlineData("DELETE FROM tenant_audit")]
    [InlineData("DELETE FROM tenant_audit_heads")]
    [InlineData("UPDATE tenant_audit_heads SET Sequence = 1")]
    [InlineData("INSERT INTO tenant_audit SELECT Tenant, 99, At, Kind, Actor, Detail, Previous, Hash FROM tenant_audit WHERE Sequence = 1")]
    public void The_database_itself_refuses_to_rewrite_what_administrators_did(string sql) =>
        Assert.Contains("audit", Assert.Throws<SqliteException>(() => node.Copy(sql, open: false)).Message, StringComparison.Ordinal);
}
