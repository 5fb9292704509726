using CoBrowse.Protocol;
using CoBrowse.Server.Hubs;
using CoBrowse.Server.Tests.Hosting;
using CoBrowse.Sessions.Tests;

namespace CoBrowse.Server.Tests.Hubs;

public sealed class CallRateTests
{
    [Fact]
    public async Task A_customer_who_pauses_and_resumes_without_end_is_refused_and_may_go_on_later()
    {
        await using var node = new TestNode();
        await using var session = await node.RunAsync();
        Refusal? refusal = null;
        var resumed = 0;
        for (var i = 0; i < 100 && refusal is null; i++)
        {
            Assert.Null((await session.Customer.CallAsync<Ack>(CustomerHubNames.Pause)).Refusal);
            refusal = (await session.Customer.CallAsync<Ack>(CustomerHubNames.Resume)).Refusal;
            resumed += refusal is null ? 1 : 0;
        }

        Assert.Equal(Refusal.TooManyAttempts, refusal);
        Assert.InRange(resumed, 10, 60);
        node.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Null((await session.Customer.CallAsync<Ack>(CustomerHubNames.Resume)).Refusal);
    }

    [Fact]
    public async Task A_customer_who_called_too_often_can_still_end()
    {
        await using var node = new TestNode();
        await using var session = await node.RunAsync();
        var last = new Ack(null);
        for (var i = 0; i < 100 && last.Refusal != Refusal.TooManyAttempts; i++)
            last = await session.Customer.CallAsync<Ack>(CustomerHubNames.Resume);
        Assert.Equal(Refusal.TooManyAttempts, last.Refusal);
        Assert.Null((await session.Customer.CallAsync<Ack>(CustomerHubNames.End)).Refusal);
    }

    [Fact]
    public async Task An_agent_who_calls_without_end_is_refused_in_the_answers_own_form()
    {
        await using var node = new TestNode();
        await using var session = await node.RunAsync();
        AgentJoined joined;
        var calls = 0;
        do
            joined = await session.Agent.CallAsync<AgentJoined>(AgentHubNames.Rejoin, session.Opened.SessionId);
        while (joined.Refusal is null && ++calls < 100);
        Assert.Equal(Refusal.TooManyAttempts, joined.Refusal);
        var error = await Assert.ThrowsAnyAsync<Exception>(() => session.Agent.CallAsync<long>(AgentHubNames.Ping));
        Assert.Contains(nameof(Refusal.TooManyAttempts), error.Message, StringComparison.Ordinal);
        Assert.Equal(Refusal.TooManyAttempts, (await session.Agent.CallAsync<Ack>(AgentHubNames.Leave)).Refusal);
        node.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Null((await session.Agent.CallAsync<Ack>(AgentHubNames.Leave)).Refusal);
    }

    [Theory]
    [InlineData(AgentHubNames.Guide, nameof(ICustomerClient.Guidance))]
    [InlineData(AgentHubNames.Feedback, nameof(ICustomerClient.Feedback))]
    public async Task Guidance_beyond_what_a_hand_can_do_is_dropped_and_the_agent_stays(string method, string told)
    {
        await using var node = new TestNode();
        await using var session = await node.RunAsync();
        for (var i = 0; i < 1000; i++)
            await session.Agent.SendAsync(method, new byte[] { 1 });
        // Answered behind all of them.
        await session.Agent.CallAsync<long>(AgentHubNames.Ping);
        // Nor is anything on its way to the customer any more.
        await session.Customer.CallAsync<Ack>(CustomerHubNames.RemoveAgent, "nobody");
        node.Time.Advance(TimeSpan.FromSeconds(1));
        await session.Agent.SendAsync(method, new byte[] { 2 });
        var bodies = new List<byte[]>();
        do
            bodies.Add(await session.Customer.NextBodyAsync(told));
        while (bodies[^1][0] != 2);
        Assert.InRange(bodies.Count, 2, 400);
    }

    [Fact]
    public void Sixty_calls_a_second_pass_for_as_long_as_they_come()
    {
        var time = new ManualTime(DateTimeOffset.UnixEpoch);
        var allowance = new CallAllowance(60, time);
        for (var second = 0; second < 60; second++)
        {
            for (var call = 0; call < 60; call++)
                Assert.True(allowance.Take());
            time.Advance(TimeSpan.FromSeconds(1));
        }
    }
}
