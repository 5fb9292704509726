using CoBrowse.Protocol;
using CoBrowse.Server.Tests.Hosting;
using CoBrowse.Sessions;
using CoBrowse.Storage.Sessions;
using Microsoft.Extensions.DependencyInjection;

namespace CoBrowse.Server.Tests.Masking;

public sealed class StalePolicyTests
{
    private const string Looser = """{"version":1,"text":"standard","allow":[],"mask":[".new"],"block":[]}""";
    private const string Strict = """{"version":1,"text":"strict"}""";

    [Fact]
    public async Task POLICY_3_after_a_change_only_epochs_that_were_named_since_reach_anybody()
    {
        await using var node = new TestNode();
        await using var session = await node.RunAsync();
        var (customer, agent) = (session.Customer, session.Agent);
        await customer.SendAsync(CustomerHubNames.Frame, Frames.Keyframe(1, 1));
        Assert.Equal(Frames.Keyframe(1, 1), await agent.NextAsync<byte[]>("f"));

        var policy = await node.PublishAsync(Looser);
        await customer.NextAsync<string>(nameof(ICustomerClient.PolicyChanged), json => json == policy.Json);
        await customer.SendAsync(CustomerHubNames.Frame, Frames.Update(1, 1, 2));
        await customer.SendAsync(CustomerHubNames.Frame, Frames.Keyframe(2, 3));
        Assert.Equal(Refusal.HashMismatch, await UseAsync(customer, new string('0', 64), 2));
        await customer.SendAsync(CustomerHubNames.Frame, Frames.Keyframe(2, 4));
        Assert.Null(await UseAsync(customer, policy.Hash, 2));
        await customer.SendAsync(CustomerHubNames.Frame, Frames.Update(1, 2, 5));
        await customer.SendAsync(CustomerHubNames.Frame, Frames.Keyframe(2, 6));
        Assert.Equal(Frames.Keyframe(2, 6), await agent.NextAsync<byte[]>("f"));

        await using var late = await node.ConnectAgentAsync("sam");
        await late.CallAsync<AgentJoined>(AgentHubNames.JoinByCode, session.Opened.Code);
        await customer.AnswerAsync(granted: true);
        Assert.Equal(Frames.Keyframe(2, 6), await late.NextAsync<byte[]>("f"));
    }

    [Fact]
    public async Task POLICY_3_going_back_to_an_earlier_document_is_a_change_too()
    {
        await using var node = new TestNode();
        await using var session = await node.RunAsync();
        var (customer, agent) = (session.Customer, session.Agent);
        var first = node.Policies().Current(new TenantId("demo"));
        var second = await node.PublishAsync(Strict);
        Assert.Null(await UseAsync(customer, second.Hash, 2));
        var third = await node.PublishAsync(first.Json);
        Assert.Equal((first.Hash, 3), (third.Hash, third.Version));
        // Neither the join's own epochs nor those of the version between count for the new one.
        await customer.SendAsync(CustomerHubNames.Frame, Frames.Keyframe(1, 1));
        await customer.SendAsync(CustomerHubNames.Frame, Frames.Keyframe(2, 2));
        Assert.Null(await UseAsync(customer, third.Hash, 3));
        await customer.SendAsync(CustomerHubNames.Frame, Frames.Keyframe(3, 3));
        Assert.Equal(Frames.Keyframe(3, 3), await agent.NextAsync<byte[]>("f"));
    }

    [Fact]
    public async Task POLICY_3_a_page_that_joins_after_the_change_starts_under_the_new_policy()
    {
        await using var node = new TestNode();
        await using var session = await node.RunAsync();
        var policy = await node.PublishAsync(Strict);
        await using var next = await node.ConnectCustomerAsync(session.Opened.Token);
        Assert.Equal((policy.Json, policy.Hash), await next.JoinAsync("tab-2") is var joined ? (joined.Policy, joined.PolicyHash) : default);
        await next.SendAsync(CustomerHubNames.Frame, Frames.Keyframe(5, 5));
        Assert.Equal(Frames.Keyframe(5, 5), await session.Agent.NextAsync<byte[]>("f"));
        // The page of before is nobody's customer any longer, and names nothing.
        Assert.Equal(Refusal.Superseded, await UseAsync(session.Customer, policy.Hash, 1));
    }

    [Fact]
    public async Task POLICY_2_the_audit_has_the_policy_of_each_epoch_and_tells_nobody()
    {
        await using var node = new TestNode();
        await using var session = await node.RunAsync();
        var policy = node.Policies().Current(new TenantId("demo"));
        await session.Agent.CallAsync<long>(AgentHubNames.Ping);
        var told = session.Agent.Count(nameof(IAgentClient.SessionChanged));
        Assert.Null(await UseAsync(session.Customer, policy.Hash, 0xfedcba98));
        await session.Customer.SendAsync(CustomerHubNames.Frame, Frames.Keyframe(0xfedcba98, 1));
        await session.Agent.NextAsync<byte[]>("f");
        Assert.Equal(told, session.Agent.Count(nameof(IAgentClient.SessionChanged)));
        Assert.True(SessionId.TryParse(session.Opened.SessionId, out var id));
        var store = node.Services.GetRequiredService<SessionStore>();
        Assert.True(AuditChain.Holds(await store.ReadAuditAsync(id, CancellationToken.None)));
        var audit = await store.OpenAuditAsync(id, CancellationToken.None);
        Assert.Equal(("policy-used", $"1 {policy.Hash} fedcba98"), (audit[^1].Kind, audit[^1].Detail));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(0x1_0000_0000)]
    public async Task POLICY_2_an_epoch_that_is_none_is_refused(long epoch)
    {
        await using var node = new TestNode();
        await using var session = await node.RunAsync();
        Assert.Equal(Refusal.InvalidRequest, await UseAsync(session.Customer, node.Policies().Current(new TenantId("demo")).Hash, epoch));
    }

    [Fact]
    public async Task POLICY_2_a_hash_that_does_not_hold_is_refused_and_costs_neither_the_connection_nor_its_frames()
    {
        await using var node = new TestNode();
        await using var session = await node.RunAsync();
        Assert.Equal(Refusal.HashMismatch, await UseAsync(session.Customer, new string('0', 64), 7));
        // The page joined under the present policy, so its epochs pass whether it names them or not.
        await session.Customer.SendAsync(CustomerHubNames.Frame, Frames.Keyframe(7, 1));
        Assert.Equal(Frames.Keyframe(7, 1), await session.Agent.NextAsync<byte[]>("f"));
        Assert.True(await session.Customer.CallAsync<long>(CustomerHubNames.Ping) > 0);
    }

    [Fact]
    public async Task POLICY_2_nothing_is_named_before_anybody_may_watch()
    {
        await using var node = new TestNode();
        await using var customer = await node.ConnectCustomerAsync((await node.OpenAsync()).Token);
        var joined = await customer.JoinAsync();
        Assert.Equal(Refusal.WrongState, await UseAsync(customer, joined.PolicyHash!, 1));
    }

    [Fact]
    public async Task POLICY_3_another_tenants_sessions_go_on()
    {
        await using var node = new TestNode(
            null, ("Tenants:other:Origins:0", "http://localhost:*"), ("Tenants:other:Issuer:Authority", "https://login.other.example"),
            ("Tenants:other:Issuer:Audience", "cobrowse"), ("Tenants:other:Issuer:ClientId", "console"));
        await using var session = await node.RunAsync();
        var policies = node.Policies();
        var by = new Server.Masking.PolicyAuthorship("administrator", "robin", null, null);
        await policies.PublishAsync(new TenantId("other"), Server.Masking.PolicyDocument.Strict, policies.Current(new TenantId("other")).Version, by, default);
        await session.Customer.SendAsync(CustomerHubNames.Frame, Frames.Keyframe(1, 1));
        Assert.Equal(Frames.Keyframe(1, 1), await session.Agent.NextAsync<byte[]>("f"));
        Assert.False(session.Customer.Has(nameof(ICustomerClient.PolicyChanged)));
    }

    private static async Task<Refusal?> UseAsync(HubLink customer, string hash, long epoch) =>
        (await customer.CallAsync<Ack>(CustomerHubNames.UsePolicy, hash, epoch)).Refusal;
}
