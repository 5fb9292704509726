using CoBrowse.Protocol;
using CoBrowse.Server.Tests.Hosting;

namespace CoBrowse.Server.Tests.Hubs;

public sealed class SessionFlowTests
{
    [Fact]
    public async Task The_whole_story_from_the_queue_to_the_end()
    {
        await using var node = new TestNode();
        await using var agent = await node.ConnectAgentAsync("alex");
        Assert.Empty(await agent.CallAsync<IReadOnlyList<QueueEntry>>(AgentHubNames.GetQueue));

        var opened = await node.OpenAsync();
        await using var customer = await node.ConnectCustomerAsync(opened.Token);
        var joined = await customer.JoinAsync();
        Assert.Null(joined.Refusal);
        Assert.Equal(SessionState.Waiting, joined.Session!.State);
        Assert.Equal(opened.Code, joined.Session.Code);
        Assert.Contains("\"text\":\"standard\"", joined.Policy, StringComparison.Ordinal);
        Assert.False(joined.Watch!.Watching);

        var queue = await agent.NextAsync<IReadOnlyList<QueueEntry>>(nameof(IAgentClient.QueueChanged), entries => entries.Count == 1);
        Assert.Equal(("mortgage", TestNode.Portal), (queue[0].Topic, queue[0].Origin));
        var claimed = await agent.CallAsync<AgentJoined>(AgentHubNames.Claim, queue[0].SessionId);
        Assert.Equal((null, SessionState.Consenting, null, 60), (claimed.Refusal, claimed.Session!.State, claimed.Session.Code, claimed.ConsentExpiresIn));
        await agent.NextAsync<IReadOnlyList<QueueEntry>>(nameof(IAgentClient.QueueChanged), entries => entries.Count == 0);

        var request = await customer.NextAsync<ConsentRequest>(nameof(ICustomerClient.ConsentRequested));
        Assert.Equal(("Alex Morgan", "Support", claimed.ParticipantId), (request.AgentName, request.AgentTitle, request.AgentId));
        Assert.Equal(GrantKind.View, Assert.Single(request.Grants));
        await customer.CallAsync<Ack>(CustomerHubNames.AnswerConsent, new ConsentAnswer(request.RequestId, true));
        Assert.Equal(ConsentOutcome.Granted, await agent.NextAsync<ConsentOutcome>(nameof(IAgentClient.ConsentDecided)));
        Assert.True((await customer.NextAsync<WatchView>(nameof(ICustomerClient.WatchChanged))).Watching);

        byte[][] frames = [Frames.Keyframe(7, 1), Frames.Update(7, 1, 2), Frames.Update(7, 2, 3)];
        foreach (var frame in frames)
            await customer.SendAsync(CustomerHubNames.Frame, frame);
        foreach (var frame in frames)
            Assert.Equal(frame, await agent.NextAsync<byte[]>("f"));

        await agent.SendAsync(AgentHubNames.Guide, new byte[] { 9, 9 });
        Assert.Equal([9, 9], await customer.NextBodyAsync(nameof(ICustomerClient.Guidance)));
        await agent.SendAsync(AgentHubNames.Feedback, new byte[] { 8 });
        Assert.Equal([8], await customer.NextBodyAsync(nameof(ICustomerClient.Feedback)));
        Assert.Equal(node.Time.GetUtcNow().ToUnixTimeMilliseconds(), await agent.CallAsync<long>(AgentHubNames.Ping));
        Assert.Equal(node.Time.GetUtcNow().ToUnixTimeMilliseconds(), await customer.CallAsync<long>(CustomerHubNames.Ping));

        Assert.Null((await agent.CallAsync<Ack>(AgentHubNames.EndSession)).Refusal);
        var end = await customer.NextAsync<SessionView>(nameof(ICustomerClient.SessionChanged), view => view.State == SessionState.Ended);
        Assert.Equal(EndReason.AgentEnded, end.EndReason);
        Assert.Equal(Refusal.NotFound, (await customer.CallAsync<Ack>(CustomerHubNames.Pause)).Refusal);
    }

    [Fact]
    public async Task A_no_ends_it()
    {
        await using var node = new TestNode();
        var opened = await node.OpenAsync();
        await using var customer = await node.ConnectCustomerAsync(opened.Token);
        await customer.JoinAsync();
        await using var agent = await node.ConnectAgentAsync("alex");
        await agent.CallAsync<AgentJoined>(AgentHubNames.JoinByCode, opened.Code);
        await customer.AnswerAsync(granted: false);
        Assert.Equal(ConsentOutcome.Denied, await agent.NextAsync<ConsentOutcome>(nameof(IAgentClient.ConsentDecided)));
        var end = await agent.NextAsync<SessionView>(nameof(IAgentClient.SessionChanged), view => view.State == SessionState.Ended);
        Assert.Equal(EndReason.ConsentDenied, end.EndReason);
    }

    [Fact]
    public async Task A_frame_before_consent_reaches_nobody_and_closes_the_connection_that_sent_it()
    {
        await using var node = new TestNode();
        var opened = await node.OpenAsync();
        await using var customer = await node.ConnectCustomerAsync(opened.Token);
        await customer.JoinAsync();
        await using var agent = await node.ConnectAgentAsync("alex");
        await agent.CallAsync<AgentJoined>(AgentHubNames.Claim, opened.SessionId);
        await customer.SendAsync(CustomerHubNames.Frame, Frames.Keyframe(7, 1));
        await customer.Closed.WaitAsync(HubLink.Patience);
        await agent.NextAsync<SessionView>(nameof(IAgentClient.SessionChanged), view => !view.CustomerPresent);
        Assert.False(agent.Has("f"));
    }

    [Fact]
    public async Task Silence_is_a_no()
    {
        await using var node = new TestNode();
        var opened = await node.OpenAsync();
        await using var customer = await node.ConnectCustomerAsync(opened.Token);
        await customer.JoinAsync();
        await using var agent = await node.ConnectAgentAsync("alex");
        await agent.CallAsync<AgentJoined>(AgentHubNames.Claim, opened.SessionId);
        var request = await customer.NextAsync<ConsentRequest>(nameof(ICustomerClient.ConsentRequested));
        node.Time.Advance(TimeSpan.FromSeconds(60));
        Assert.Equal(request.RequestId, await customer.NextAsync<string>(nameof(ICustomerClient.ConsentClosed)));
        Assert.Equal(ConsentOutcome.TimedOut, await agent.NextAsync<ConsentOutcome>(nameof(IAgentClient.ConsentDecided)));
        var end = await customer.NextAsync<SessionView>(nameof(ICustomerClient.SessionChanged), view => view.State == SessionState.Ended);
        Assert.Equal(EndReason.ConsentTimedOut, end.EndReason);
    }

    [Fact]
    public async Task A_pause_stops_frames_and_resume_lets_them_pass_again()
    {
        await using var node = new TestNode();
        await using var session = await node.RunAsync();
        Assert.Null((await session.Customer.CallAsync<Ack>(CustomerHubNames.Pause)).Refusal);
        Assert.False((await session.Customer.NextAsync<WatchView>(nameof(ICustomerClient.WatchChanged))).Watching);
        await session.Customer.SendAsync(CustomerHubNames.Frame, Frames.Keyframe(1, 0xee));
        Assert.Null((await session.Customer.CallAsync<Ack>(CustomerHubNames.Resume)).Refusal);
        Assert.True((await session.Customer.NextAsync<WatchView>(nameof(ICustomerClient.WatchChanged))).Watching);
        var after = Frames.Keyframe(2, 0xaa);
        await session.Customer.SendAsync(CustomerHubNames.Frame, after);
        Assert.Equal(after, await session.Agent.NextAsync<byte[]>("f"));
    }

    [Fact]
    public async Task A_second_agent_is_asked_for_by_name_while_the_first_goes_on()
    {
        await using var node = new TestNode();
        await using var session = await node.RunAsync();
        var keyframe = Frames.Keyframe(3, 1);
        await session.Customer.SendAsync(CustomerHubNames.Frame, keyframe);
        Assert.Equal(keyframe, await session.Agent.NextAsync<byte[]>("f"));

        await using var second = await node.ConnectAgentAsync("sam");
        var joined = await second.CallAsync<AgentJoined>(AgentHubNames.JoinByCode, session.Opened.Code);
        Assert.Equal(SessionState.Active, joined.Session!.State);
        var update = Frames.Update(3, 1, 2);
        await session.Customer.SendAsync(CustomerHubNames.Frame, update);
        Assert.Equal(update, await session.Agent.NextAsync<byte[]>("f"));

        var request = await session.Customer.NextAsync<ConsentRequest>(nameof(ICustomerClient.ConsentRequested));
        Assert.Equal("Sam Rivera", request.AgentName);
        Assert.False(second.Has("f"));
        await session.Customer.CallAsync<Ack>(CustomerHubNames.AnswerConsent, new ConsentAnswer(request.RequestId, true));
        Assert.Equal(2, (await session.Customer.NextAsync<WatchView>(nameof(ICustomerClient.WatchChanged))).Watchers.Count);
        // The late joiner is served from the cache, without a new keyframe.
        Assert.Equal(keyframe, await second.NextAsync<byte[]>("f"));
        Assert.Equal(update, await second.NextAsync<byte[]>("f"));

        Assert.Null((await session.Customer.CallAsync<Ack>(CustomerHubNames.RemoveAgent, joined.ParticipantId)).Refusal);
        await second.NextAsync<object?>(nameof(IAgentClient.Removed));
        var last = Frames.Update(3, 2, 3);
        await session.Customer.SendAsync(CustomerHubNames.Frame, last);
        Assert.Equal(last, await session.Agent.NextAsync<byte[]>("f"));
        Assert.True(await second.CallAsync<long>(AgentHubNames.Ping) > 0);
        Assert.False(second.Has("f"));
    }

    [Fact]
    public async Task A_reload_goes_on_without_a_new_question()
    {
        await using var node = new TestNode();
        await using var session = await node.RunAsync();
        session.Customer.Cut();
        await session.Agent.NextAsync<SessionView>(nameof(IAgentClient.SessionChanged), view => !view.CustomerPresent);
        await using var again = await node.ConnectCustomerAsync(session.Opened.Token);
        var joined = await again.JoinAsync();
        Assert.Equal((SessionState.Active, true, null), (joined.Session!.State, joined.Watch!.Watching, joined.Consent));
        var frame = Frames.Keyframe(9, 1);
        await again.SendAsync(CustomerHubNames.Frame, frame);
        Assert.Equal(frame, await session.Agent.NextAsync<byte[]>("f"));
    }

    [Fact]
    public async Task The_newest_tab_wins_and_the_former_can_do_nothing()
    {
        await using var node = new TestNode();
        await using var session = await node.RunAsync();
        await using var newer = await node.ConnectCustomerAsync(session.Opened.Token);
        await newer.JoinAsync("tab-2");
        await session.Customer.NextAsync<object?>(nameof(ICustomerClient.Superseded));
        Assert.Equal(Refusal.Superseded, (await session.Customer.CallAsync<Ack>(CustomerHubNames.End)).Refusal);
        await session.Customer.SendAsync(CustomerHubNames.Frame, Frames.Keyframe(1, 0xee));
        Assert.Equal(Refusal.Superseded, (await session.Customer.CallAsync<Ack>(CustomerHubNames.Pause)).Refusal);
        var frame = Frames.Keyframe(2, 0xaa);
        await newer.SendAsync(CustomerHubNames.Frame, frame);
        Assert.Equal(frame, await session.Agent.NextAsync<byte[]>("f"));
    }

    [Fact]
    public async Task An_agent_rejoins_after_a_lost_connection_without_a_new_question()
    {
        await using var node = new TestNode();
        await using var session = await node.RunAsync();
        session.Agent.Cut();
        Assert.False((await session.Customer.NextAsync<WatchView>(nameof(ICustomerClient.WatchChanged))).Watching);
        await using var again = await node.ConnectAgentAsync("alex");
        var joined = await again.CallAsync<AgentJoined>(AgentHubNames.Rejoin, session.Opened.SessionId);
        Assert.Equal((null, SessionState.Active, session.Joined.ParticipantId), (joined.Refusal, joined.Session!.State, joined.ParticipantId));
        Assert.True((await session.Customer.NextAsync<WatchView>(nameof(ICustomerClient.WatchChanged))).Watching);
        await using var stranger = await node.ConnectAgentAsync("sam");
        Assert.Equal(Refusal.NotFound, (await stranger.CallAsync<AgentJoined>(AgentHubNames.Rejoin, session.Opened.SessionId)).Refusal);
    }

    [Fact]
    public async Task A_customer_who_stays_away_ends_the_session()
    {
        await using var node = new TestNode();
        await using var session = await node.RunAsync();
        session.Customer.Cut();
        await session.Agent.NextAsync<SessionView>(nameof(IAgentClient.SessionChanged), view => !view.CustomerPresent);
        node.Time.Advance(TimeSpan.FromSeconds(60));
        var end = await session.Agent.NextAsync<SessionView>(nameof(IAgentClient.SessionChanged), view => view.State == SessionState.Ended);
        Assert.Equal(EndReason.CustomerGone, end.EndReason);
    }

    [Fact]
    public async Task Another_identity_ends_the_session_from_whichever_tab_learns_of_it()
    {
        await using var node = new TestNode();
        await using var session = await node.RunAsync();
        await using var other = await node.ConnectCustomerAsync(session.Opened.Token);
        // It never joined, so that it shows nothing of its page.
        Assert.Null((await other.CallAsync<Ack>(CustomerHubNames.End, CustomerEnd.IdentityChanged)).Refusal);
        foreach (var (link, news) in ((HubLink, string)[])
            [(session.Agent, nameof(IAgentClient.SessionChanged)), (session.Customer, nameof(ICustomerClient.SessionChanged))])
        {
            var end = await link.NextAsync<SessionView>(news, view => view.State == SessionState.Ended);
            Assert.Equal(EndReason.IdentityChanged, end.EndReason);
        }

        await session.Customer.SendAsync(CustomerHubNames.Frame, Frames.Keyframe(1, 1));
        Assert.Equal(Refusal.NotFound, (await session.Customer.CallAsync<Ack>(CustomerHubNames.Pause)).Refusal);
        Assert.False(session.Agent.Has("f"));
    }

    [Fact]
    public async Task Customers_who_end_without_a_reason_or_with_their_own_have_stopped_it_themselves()
    {
        await using var node = new TestNode();
        foreach (var reason in (object?[][])[[], [null], [CustomerEnd.CustomerEnded]])
        {
            await using var session = await node.RunAsync();
            Assert.Null((await session.Customer.CallAsync<Ack>(CustomerHubNames.End, reason)).Refusal);
            var end = await session.Agent.NextAsync<SessionView>(nameof(IAgentClient.SessionChanged), view => view.State == SessionState.Ended);
            Assert.Equal(EndReason.CustomerEnded, end.EndReason);
        }
    }

    [Fact]
    public async Task Customers_cannot_end_for_a_reason_that_is_not_theirs()
    {
        await using var node = new TestNode();
        await using var session = await node.RunAsync();
        await Assert.ThrowsAnyAsync<Exception>(() => session.Customer.CallAsync<Ack>(CustomerHubNames.End, nameof(EndReason.AgentEnded)));
        Assert.Null((await session.Customer.CallAsync<Ack>(CustomerHubNames.Pause)).Refusal);
    }

    [Fact]
    public async Task Guidance_without_consent_or_too_large_goes_nowhere()
    {
        await using var node = new TestNode();
        await using var session = await node.RunAsync();
        await using var second = await node.ConnectAgentAsync("sam");
        await second.CallAsync<AgentJoined>(AgentHubNames.JoinByCode, session.Opened.Code);
        await second.SendAsync(AgentHubNames.Guide, new byte[] { 1 });
        await second.CallAsync<long>(AgentHubNames.Ping);
        await session.Agent.SendAsync(AgentHubNames.Guide, new byte[ProtocolLimits.GuidanceBytes + 1]);
        await session.Agent.SendAsync(AgentHubNames.Guide, new byte[] { 2 });
        Assert.Equal([2], await session.Customer.NextBodyAsync(nameof(ICustomerClient.Guidance)));
    }

    [Fact]
    public async Task Another_version_of_the_wire_is_refused_by_name()
    {
        await using var node = new TestNode();
        await using var customer = await node.ConnectCustomerAsync((await node.OpenAsync()).Token);
        var joined = await customer.CallAsync<CustomerJoined>(CustomerHubNames.Join, new CustomerJoin(99, "tab"));
        Assert.Equal(Refusal.VersionNotSupported, joined.Refusal);
    }
}
