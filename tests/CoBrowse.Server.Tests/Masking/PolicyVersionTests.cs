using System.Text;
using CoBrowse.Server.Masking;
using CoBrowse.Server.Tests.Hosting;
using CoBrowse.Sessions;
using CoBrowse.Storage;
using CoBrowse.Storage.Masking;
using CoBrowse.Tests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CoBrowse.Server.Tests.Masking;

public sealed class PolicyVersionTests
{
    private static readonly TenantId Demo = new("demo");
    private static readonly (string, string) Headings = ("Tenants:demo:Masking:Allow:0", "h1");

    [Fact]
    public async Task POLICY_1_the_configurations_policy_is_the_first_version_and_a_change_of_it_the_next()
    {
        using var folder = new TemporaryFolder("policy");
        string first;
        await using (var node = new TestNode(folder.Path))
        {
            var version = Assert.Single(await HistoryAsync(node));
            Assert.Equal((1, PolicySource.Configuration, true), (version.Version.Number, version.Version.Source, version.Trusted));
            first = node.Policies().Current(Demo).Hash;
            Assert.Equal(PolicySigner.HashOf(version.Version.Document.Span), first);
            var joined = await JoinAsync(node);
            Assert.Equal((first, first), (joined.PolicyHash, PolicySigner.HashOf(Encoding.UTF8.GetBytes(joined.Policy!))));
        }

        await using (var node = new TestNode(folder.Path))
            Assert.Single(await HistoryAsync(node));
        await using (var node = new TestNode(folder.Path, Headings))
        {
            Assert.Equal([1, 2], (await HistoryAsync(node)).Select(each => each.Version.Number));
            Assert.Contains("\"allow\":[\"h1\"]", (await JoinAsync(node)).Policy, StringComparison.Ordinal);
            Assert.NotEqual(first, node.Policies().Current(Demo).Hash);
        }
    }

    [Fact]
    public async Task An_administrators_version_outlives_the_configuration()
    {
        using var folder = new TemporaryFolder("policy");
        await using (var node = new TestNode(folder.Path))
            await node.PublishAsync("""{"version":1,"text":"strict","mask":[".mine"]}""");
        await using (var node = new TestNode(folder.Path, Headings))
            Assert.Equal((2, true), (node.Policies().Current(Demo).Version, node.Policies().Current(Demo).Json.Contains(".mine", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Of_two_who_publish_at_once_one_is_too_late()
    {
        await using var node = new TestNode();
        var by = new PolicyAuthorship(PolicySource.Administrator, "kim", null, null);
        Assert.Equal(2, (await node.Policies().PublishAsync(Demo, PolicyDocument.Strict, 1, by, default))!.Version);
        Assert.Null(await node.Policies().PublishAsync(Demo, PolicyDocument.Strict, 1, by, default));
    }

    [Theory]
    [InlineData("UPDATE policy_versions SET Document = CAST(replace(CAST(Document AS TEXT), 'strict', 'standard') AS BLOB) WHERE Number = 2")]
    [InlineData("UPDATE policy_versions SET Author = 'somebody' WHERE Number = 2")]
    [InlineData("UPDATE policy_versions SET Approver = 'sam' WHERE Number = 2")]
    [InlineData("UPDATE policy_versions SET Tenant = 'other' WHERE Number = 1; UPDATE policy_versions SET Number = 3 WHERE Number = 2")]
    [InlineData("UPDATE policy_versions SET Signature = (SELECT Signature FROM policy_versions WHERE Number = 1) WHERE Number = 2")]
    [InlineData("UPDATE policy_versions SET Signature = zeroblob(64) WHERE Number = 2")]
    [InlineData("UPDATE policy_versions SET Signature = zeroblob(0) WHERE Number = 2")]
    [InlineData("UPDATE policy_versions SET At = 9223372036854775807 WHERE Number = 2")]
    [InlineData("UPDATE policy_versions SET At = 'yesterday' WHERE Number = 2")]
    public async Task What_was_tampered_with_masks_everything_and_configuration_does_not_come_back(string tampering)
    {
        using var folder = new TemporaryFolder("policy");
        await using (var node = new TestNode(folder.Path))
        {
            await node.PublishAsync("""{"version":1,"text":"strict","allow":[".canary"]}""");
            await TamperAsync(node, tampering);
        }

        await using (var node = new TestNode(folder.Path, Headings))
        {
            var policy = node.Policies().Current(Demo);
            Assert.Equal((false, """{"version":1,"text":"strict","allow":[],"mask":[],"block":[]}"""), (policy.Trusted, policy.Json));
            Assert.Equal(policy.Json, (await JoinAsync(node)).Policy);
            lock (node.Log)
            {
                Assert.Contains(node.Log, line => line.StartsWith("Critical", StringComparison.Ordinal) && line.Contains("everything is masked", StringComparison.Ordinal));
                Assert.DoesNotContain(node.Log, line => line.Contains("canary", StringComparison.Ordinal));
            }

            await node.PublishAsync("""{"version":1,"text":"standard"}""");
            Assert.True(node.Policies().Current(Demo).Trusted);
        }

        await using (var node = new TestNode(folder.Path))
            Assert.Contains("standard", node.Policies().Current(Demo).Json, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("DELETE FROM policy_versions WHERE Number = 2", 2)]
    [InlineData("DELETE FROM policy_versions", 2)]
    [InlineData("UPDATE policy_versions SET Number = 99999999999 WHERE Number = 2", 2)]
    [InlineData("DROP TRIGGER tenant_audit_keeps; DELETE FROM tenant_audit WHERE Sequence = 2", 2)]
    [InlineData("DROP TRIGGER tenant_audit_stays; UPDATE tenant_audit SET Detail = replace(Detail, '2 ', '1 ') WHERE Sequence = 2", 2)]
    [InlineData("DROP TRIGGER tenant_audit_stays; UPDATE tenant_audit SET Sequence = 'x' WHERE Sequence = 2", 2)]
    public async Task A_newest_version_that_was_removed_leaves_everything_masked_and_not_the_version_before_it(string tampering, int number)
    {
        using var folder = new TemporaryFolder("policy");
        await using (var node = new TestNode(folder.Path))
        {
            await node.PublishAsync("""{"version":1,"text":"strict","mask":[".mine"]}""");
            await TamperAsync(node, tampering);
        }

        await using (var node = new TestNode(folder.Path, Headings))
        {
            var policy = node.Policies().Current(Demo);
            Assert.Equal((false, number, PolicyDocument.Strict.ToBytes().Length), (policy.Trusted, policy.Version, policy.Json.Length));
            Assert.Equal(policy.Json, (await JoinAsync(node)).Policy);
            lock (node.Log)
                Assert.Contains(node.Log, line => line.StartsWith("Critical", StringComparison.Ordinal) && line.Contains("everything is masked", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_version_that_is_removed_from_a_running_node_is_missed_when_the_history_is_read_and_another_ends_that()
    {
        using var folder = new TemporaryFolder("policy");
        await using (var node = new TestNode(folder.Path))
        {
            await using var session = await node.RunAsync();
            await node.PublishAsync("""{"version":1,"text":"standard","mask":[".mine"]}""");
            await TamperAsync(node, "DELETE FROM policy_versions WHERE Number = 2");
            Assert.True(node.Policies().Current(Demo).Trusted);
            Assert.Single(await HistoryAsync(node));
            Assert.Equal((false, 2), (node.Policies().Current(Demo).Trusted, node.Policies().Current(Demo).Version));
            await session.Customer.NextAsync<string>(nameof(Protocol.ICustomerClient.PolicyChanged), json => json == node.Policies().Current(Demo).Json);
            await node.PublishAsync("""{"version":1,"text":"standard"}""");
            Assert.Equal([1, 3], (await HistoryAsync(node)).Select(each => each.Version.Number));
            Assert.True(node.Policies().Current(Demo).Trusted);
        }

        await using (var node = new TestNode(folder.Path))
            Assert.Equal((true, 3), (node.Policies().Current(Demo).Trusted, node.Policies().Current(Demo).Version));
    }

    [Fact]
    public async Task Another_key_vouches_for_nothing()
    {
        using var folder = new TemporaryFolder("policy");
        await using (var node = new TestNode(folder.Path))
            Assert.True(node.Policies().Current(Demo).Trusted);
        File.Delete(Path.Combine(folder.Path, "keys", "policy-signing.key"));
        await using (var node = new TestNode(folder.Path))
            Assert.False(node.Policies().Current(Demo).Trusted);
    }

    [Fact]
    public void Mistakes_in_the_configuration_stop_the_start_and_name_their_place()
    {
        var failure = Assert.ThrowsAny<Exception>(() => new TestNode(
            null, ("Tenants:demo:Masking:Rules:0:Select", "a["), ("Tenants:demo:Masking:Rules:0:Effect", "hide"), ("Tenants:demo:Masking:Text", "loud")));
        Assert.Contains("Tenants:demo:Masking: rules[0].select leaves a bracket", failure.ToString(), StringComparison.Ordinal);
        Assert.Contains("Tenants:demo:Masking: rules[0].effect must be", failure.ToString(), StringComparison.Ordinal);
        Assert.Contains("Tenants:demo:Masking: text must be", failure.ToString(), StringComparison.Ordinal);
    }

    private static async Task TamperAsync(TestNode node, string sql)
    {
        await using var context = await node.Services.GetRequiredService<IDbContextFactory<CoBrowseContext>>().CreateDbContextAsync();
        Assert.True(await context.Database.ExecuteSqlRawAsync(sql) > 0);
    }

    private static Task<IReadOnlyList<(StoredPolicy Version, bool Trusted)>> HistoryAsync(TestNode node) =>
        node.Policies().HistoryAsync(Demo, CancellationToken.None);

    private static async Task<Protocol.CustomerJoined> JoinAsync(TestNode node)
    {
        await using var customer = await node.ConnectCustomerAsync((await node.OpenAsync()).Token);
        return await customer.JoinAsync();
    }
}
