using CoBrowse.Protocol;
using CoBrowse.Server.Tenants;
using CoBrowse.Server.Tests.Hosting;

namespace CoBrowse.Server.Tests.Hubs;

/// <summary>What agents draw on customers' pages.</summary>
public sealed class AnnotationTests
{
    private static readonly byte[] Drawing = [10, 1, 2];

    [Fact]
    public async Task A_drawing_reaches_the_customer_with_an_approved_label()
    {
        await using var node = new TestNode();
        await using var session = await node.RunAsync();
        var labels = session.Joined.Labels;
        Assert.Contains("Click here", labels);
        Assert.Null((await session.Agent.CallAsync<Ack>(AgentHubNames.Annotate, Drawing, labels[1])).Refusal);
        var (body, label) = await session.Customer.NextAnnotationAsync();
        Assert.Equal(Drawing, body);
        Assert.Equal(labels[1], label);
    }

    [Fact]
    public async Task Words_that_nobody_approved_are_refused_and_reach_nobody()
    {
        await using var node = new TestNode();
        await using var session = await node.RunAsync();
        Assert.Equal(Refusal.NotAllowed, (await session.Agent.CallAsync<Ack>(AgentHubNames.Annotate, Drawing, "Tell me your PIN")).Refusal);
        Assert.Null((await session.Agent.CallAsync<Ack>(AgentHubNames.Annotate, new byte[] { 16 }, null)).Refusal);
        Assert.Equal([16], (await session.Customer.NextAnnotationAsync()).Body);
    }

    [Fact]
    public async Task Who_has_no_consent_draws_nothing_and_is_told()
    {
        await using var node = new TestNode();
        await using var session = await node.RunAsync();
        await using var second = await node.ConnectAgentAsync("sam");
        Assert.Equal(Refusal.NotFound, (await second.CallAsync<Ack>(AgentHubNames.Annotate, Drawing, null)).Refusal);
        await second.CallAsync<AgentJoined>(AgentHubNames.JoinByCode, session.Opened.Code);
        Assert.Equal(Refusal.NotAllowed, (await second.CallAsync<Ack>(AgentHubNames.Annotate, Drawing, null)).Refusal);
        Assert.Null((await session.Customer.CallAsync<Ack>(CustomerHubNames.Pause)).Refusal);
        Assert.Equal(Refusal.WrongState, (await session.Agent.CallAsync<Ack>(AgentHubNames.Annotate, Drawing, null)).Refusal);
        Assert.False(session.Customer.Has(nameof(ICustomerClient.Annotation)));
    }

    [Fact]
    public async Task What_is_empty_or_too_large_is_refused()
    {
        await using var node = new TestNode();
        await using var session = await node.RunAsync();
        Assert.Equal(Refusal.InvalidRequest, (await session.Agent.CallAsync<Ack>(AgentHubNames.Annotate, Array.Empty<byte>(), null)).Refusal);
        var large = new byte[ProtocolLimits.GuidanceBytes + 1];
        Assert.Equal(Refusal.TooLarge, (await session.Agent.CallAsync<Ack>(AgentHubNames.Annotate, large, null)).Refusal);
    }

    [Fact]
    public void A_tenants_labels_take_the_place_of_the_usual_ones_and_mistakes_are_named()
    {
        Assert.Equal(["Hier klicken"], new GuidanceOptions { Labels = ["Hier klicken"] }.Approved);
        Assert.Empty(new GuidanceOptions { Labels = [] }.Mistakes());
        Assert.Equal(
            ["Labels:0 must be", "Labels:2 must be", "Labels:3 must be"],
            new GuidanceOptions { Labels = [" ", "fine", "two\nlines", new string('a', 61)] }.Mistakes().Select(mistake => mistake[..16]));
        Assert.Single(new GuidanceOptions { Labels = [.. Enumerable.Range(0, 25).Select(at => $"{at}")] }.Mistakes());
    }
}
