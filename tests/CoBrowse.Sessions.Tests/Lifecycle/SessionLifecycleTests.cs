using CoBrowse.Protocol;

namespace CoBrowse.Sessions.Tests.Lifecycle;

public sealed class SessionLifecycleTests
{
    [Fact]
    public void Goes_from_created_to_active_with_a_yes()
    {
        var scene = new Scene();
        Assert.Equal(SessionState.Created, scene.State);
        Assert.Null(scene.CustomerJoins());
        Assert.Equal(SessionState.Waiting, scene.State);
        Assert.Null(scene.Claims("alex"));
        Assert.Equal(SessionState.Consenting, scene.State);
        Assert.Empty(scene.Session.Watchers);
        Assert.Null(scene.Answers("alex", granted: true));
        Assert.Equal(SessionState.Active, scene.State);
        Assert.Equal("alex", Assert.Single(scene.Session.Watchers).Agent.Subject);
    }

    [Fact]
    public void An_agent_who_comes_while_the_customer_is_away_waits_with_the_question()
    {
        var scene = new Scene();
        scene.JoinsByCode("alex");
        Assert.Equal(SessionState.Claimed, scene.State);
        Assert.DoesNotContain(scene.Events, happened => happened is SessionEvent.ConsentAsked);
        scene.CustomerJoins();
        Assert.Equal(SessionState.Consenting, scene.State);
        Assert.Single(scene.Events.OfType<SessionEvent.ConsentAsked>());
    }

    [Fact]
    public void A_no_ends_the_session()
    {
        var scene = new Scene();
        scene.CustomerJoins();
        scene.Claims("alex");
        scene.Answers("alex", granted: false);
        Assert.Equal(EndReason.ConsentDenied, scene.Reason);
    }

    [Fact]
    public void Silence_is_a_no_and_a_late_yes_counts_for_nothing()
    {
        var scene = new Scene();
        scene.CustomerJoins();
        scene.Claims("alex");
        var request = scene.RequestOf("alex");
        scene.Time.Advance(TimeSpan.FromSeconds(60));
        Assert.Equal(Refusal.WrongState, scene.Do(session => session.Answer(request, true, scene.Time)));
        Assert.Equal(EndReason.ConsentTimedOut, scene.Reason);
    }

    [Fact]
    public void A_second_claim_is_refused_but_the_code_lets_a_second_agent_ask()
    {
        var scene = Scene.Running("alex");
        Assert.Equal(Refusal.AlreadyClaimed, scene.Claims("sam"));
        Assert.Null(scene.JoinsByCode("sam"));
        Assert.Equal(SessionState.Active, scene.State);
        Assert.Equal("alex", Assert.Single(scene.Session.Watchers).Agent.Subject);
        scene.Answers("sam", granted: true);
        Assert.Equal(2, scene.Session.Watchers.Count());
    }

    [Fact]
    public void A_no_to_the_second_agent_concerns_only_them()
    {
        var scene = Scene.Running("alex");
        scene.JoinsByCode("sam");
        scene.Answers("sam", granted: false);
        Assert.Equal(SessionState.Active, scene.State);
        Assert.Equal("alex", Assert.Single(scene.Session.Agents).Agent.Subject);
    }

    [Fact]
    public void A_pause_holds_frames_back_and_keeps_consent_and_a_yes_does_not_end_it()
    {
        var scene = Scene.Running("alex");
        scene.JoinsByCode("sam");
        Assert.Null(scene.Do(session => session.Pause()));
        Assert.Empty(scene.Session.Watchers);
        scene.Answers("sam", granted: true);
        Assert.Equal(SessionState.Paused, scene.State);
        Assert.Null(scene.Do(session => session.Resume()));
        Assert.Equal(2, scene.Session.Watchers.Count());
    }

    [Fact]
    public void The_agent_with_consent_leaves_and_the_one_who_asks_sees_nothing()
    {
        var scene = Scene.Running("alex");
        scene.JoinsByCode("sam");
        scene.Do(session => session.Leave(Scene.Line("alex"), scene.Time));
        Assert.Equal(SessionState.Consenting, scene.State);
        Assert.Empty(scene.Session.Watchers);
    }

    [Fact]
    public void The_last_agent_to_leave_puts_the_customer_back_into_the_queue()
    {
        var scene = Scene.Running("alex");
        scene.Do(session => session.Leave(Scene.Line("alex"), scene.Time));
        Assert.Equal(SessionState.Waiting, scene.State);
        scene.Claims("alex");
        Assert.Equal(SessionState.Consenting, scene.State);
    }

    [Fact]
    public void Leaving_a_session_that_has_ended_does_not_bring_it_back()
    {
        var scene = Scene.Running("alex");
        scene.Do(session => session.End(EndReason.AgentEnded, scene.Time));
        Assert.Equal(Refusal.WrongState, scene.Do(session => session.Leave(Scene.Line("alex"), scene.Time)));
        Assert.Equal(EndReason.AgentEnded, scene.Reason);
    }

    [Fact]
    public void Withdrawing_the_last_grant_ends_the_session()
    {
        var scene = Scene.Running("alex");
        var agent = scene.Session.Agents[0].Id;
        Assert.Null(scene.Do(session => session.Withdraw(agent, scene.Time)));
        Assert.Equal(EndReason.CustomerEnded, scene.Reason);
    }

    [Fact]
    public void A_customer_who_returns_within_the_grace_is_not_asked_again()
    {
        var scene = Scene.Running("alex");
        scene.Do(session => session.CustomerDisconnects(Scene.Tab, scene.Time));
        scene.Time.Advance(TimeSpan.FromSeconds(59));
        Assert.Null(scene.Do(session => session.CustomerJoins(new ConnectionId("tab-2"), "t1", scene.Time)));
        Assert.Equal(SessionState.Active, scene.State);
        Assert.Single(scene.Events.OfType<SessionEvent.ConsentAsked>());
    }

    [Fact]
    public void A_customer_who_stays_away_ends_the_session()
    {
        var scene = Scene.Running("alex");
        scene.Do(session => session.CustomerDisconnects(Scene.Tab, scene.Time));
        scene.Time.Advance(TimeSpan.FromSeconds(60));
        scene.Do(SessionStep.From);
        Assert.Equal(EndReason.CustomerGone, scene.Reason);
    }

    [Fact]
    public void A_customer_who_left_for_another_page_is_waited_for_longer_than_one_who_is_lost_and_comes_back_by_themselves()
    {
        var scene = Scene.Running();
        scene.Do(session => session.StandAt(PagePlace.Elsewhere));
        scene.Do(session => session.CustomerDisconnects(Scene.Tab, scene.Time));
        scene.Time.Advance(TimeSpan.FromMinutes(2));
        scene.CustomerJoins();
        Assert.Equal((SessionState.Active, PagePlace.Shared), (scene.State, scene.Session.Place));
        scene.Do(session => session.StandAt(PagePlace.Elsewhere));
        scene.Do(session => session.CustomerDisconnects(Scene.Tab, scene.Time));
        Assert.Equal(scene.Time.GetUtcNow() + TimeSpan.FromMinutes(3), scene.Session.NextDeadline());
        scene.Time.Advance(TimeSpan.FromMinutes(3));
        Assert.Equal(Refusal.WrongState, scene.CustomerJoins());
        Assert.Equal(EndReason.CustomerGone, scene.Reason);
    }

    [Fact]
    public void The_newest_tab_takes_the_place_and_the_former_ones_end_means_nothing()
    {
        var scene = Scene.Running("alex");
        var newer = new ConnectionId("newer");
        scene.Do(session => session.CustomerJoins(newer, "t2", scene.Time));
        Assert.Contains(scene.Events, happened => happened is SessionEvent.CustomerArrived { Former: { } former } && former == Scene.Tab);
        scene.Do(session => session.CustomerDisconnects(Scene.Tab, scene.Time));
        Assert.Equal(newer, scene.Session.CustomerConnection);
    }

    [Fact]
    public void Agents_who_stay_away_lose_the_place_and_the_last_one_ends_the_session()
    {
        var scene = Scene.Running("alex");
        scene.Do(session => session.AgentDisconnects(Scene.Line("alex"), scene.Time));
        Assert.Equal(SessionState.Active, scene.State);
        Assert.Empty(scene.Session.Watchers);
        Assert.Null(scene.Do(session => session.Rejoin(Scene.Agent("alex"), new ConnectionId("again"), scene.Time)));
        Assert.Single(scene.Session.Watchers);
        scene.Do(session => session.AgentDisconnects(new ConnectionId("again"), scene.Time));
        scene.Time.Advance(TimeSpan.FromMinutes(2));
        scene.Do(SessionStep.From);
        Assert.Equal(EndReason.AgentsGone, scene.Reason);
    }

    [Fact]
    public void An_agents_second_tab_sees_too_and_closing_one_changes_nothing()
    {
        var scene = Scene.Running("alex");
        var second = new ConnectionId("second");
        scene.Do(session => session.Rejoin(Scene.Agent("alex"), second, scene.Time));
        scene.Do(session => session.AgentDisconnects(Scene.Line("alex"), scene.Time));
        Assert.Equal(second, Assert.Single(Assert.Single(scene.Session.Watchers).Connections));
    }

    [Fact]
    public void A_code_that_has_paired_too_often_is_dead()
    {
        var scene = new Scene();
        scene.CustomerJoins();
        for (var pairing = 0; pairing < scene.Session.Rules.PairingsPerCode; pairing++)
            Assert.Null(scene.JoinsByCode($"agent-{pairing}"));
        Assert.Equal(Refusal.TooManyAttempts, scene.JoinsByCode("one-more"));
        Assert.Null(scene.JoinsByCode("agent-0"));
    }

    [Fact]
    public void A_session_ends_at_its_latest_time()
    {
        var scene = Scene.Running("alex");
        scene.Time.Advance(scene.Session.Rules.Lifetime);
        Assert.Equal(Refusal.WrongState, scene.Do(session => session.Pause()));
        Assert.Equal(EndReason.Expired, scene.Reason);
    }
}
