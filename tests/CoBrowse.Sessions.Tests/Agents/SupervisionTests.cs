using CoBrowse.Protocol;
using CoBrowse.Sessions.Tests.Lifecycle;

namespace CoBrowse.Sessions.Tests.Agents;

public sealed class SupervisionTests
{
    [Fact]
    public void A_supervisor_is_asked_for_and_neither_guides_nor_invites()
    {
        var scene = Scene.Running();
        Assert.Null(scene.Watches("kim"));
        Assert.Equal(["alex"], scene.Session.Watchers.Select(agent => agent.Agent.Subject));
        scene.Answers("kim", granted: true);
        var kim = scene.Session.AgentWith("kim")!;
        Assert.Equal((true, false), (kim.MayView, kim.MayGuide));
        Assert.Contains(kim, scene.Session.Watchers);
        Assert.Equal(Refusal.NotAllowed, scene.Invites("kim", "sam"));
        Assert.Equal(Refusal.NotAllowed, scene.Session.ProposalBy(Scene.Line("kim")));
        Assert.Equal(Refusal.NotAllowed, scene.AsksControl("kim"));
    }

    [Fact]
    public void Where_the_consent_named_supervisors_one_is_shown_and_not_asked_for()
    {
        var scene = Scene.Running(supervision: Supervision.Tell);
        Assert.Null(scene.Watches("kim"));
        Assert.Contains(scene.Session.Watchers, agent => agent.Agent.Subject == "kim");
        Assert.Single(scene.Events, happened => happened is SessionEvent.SupervisionTold);
        Assert.DoesNotContain(scene.Events, happened => happened is SessionEvent.ConsentAsked { Agent.Agent.Subject: "kim" });
    }

    [Fact]
    public void A_supervisor_whom_the_customer_took_off_is_asked_for_and_after_another_no_not_any_more()
    {
        var scene = Scene.Running(supervision: Supervision.Tell);
        scene.Watches("kim");
        scene.Do(session => session.Withdraw(session.AgentWith("kim")!.Id, scene.Time));
        Assert.Equal(SessionState.Active, scene.State);
        Assert.Null(scene.Watches("kim"));
        Assert.False(scene.Session.AgentWith("kim")!.MayView);
        scene.Answers("kim", granted: false);
        Assert.Equal(Refusal.TooManyAttempts, scene.Watches("robin"));
        Assert.Equal("alex", scene.Session.Watchers.Single().Agent.Subject);
    }

    [Fact]
    public void Only_supervisors_watch_and_only_where_somebody_helps()
    {
        var scene = Scene.Running(supervision: Supervision.Tell);
        Assert.Equal(Refusal.NotAllowed, scene.Do(session => session.Watch(Scene.Agent("sam"), Scene.Line("sam"), scene.Time)));
        var waiting = new Scene(Supervision.Tell);
        waiting.CustomerJoins();
        Assert.Equal(Refusal.WrongState, waiting.Watches("kim"));
        waiting.Claims("alex");
        Assert.Equal(Refusal.WrongState, waiting.Watches("kim"));
    }

    [Fact]
    public void With_the_last_agent_the_supervisor_goes_and_the_customer_waits_again()
    {
        var scene = Scene.Running(supervision: Supervision.Tell);
        scene.Watches("kim");
        scene.Do(session => session.Leave(Scene.Line("alex"), scene.Time));
        Assert.Equal((SessionState.Waiting, 0), (scene.State, scene.Session.Agents.Count));
        Assert.Equal(
            [("alex", Removal.Left), ("kim", Removal.Unaccompanied)],
            scene.Events.OfType<SessionEvent.AgentRemoved>().Select(removed => (removed.Agent.Agent.Subject, removed.Cause)));
    }

    [Fact]
    public void A_supervisor_who_joins_to_help_is_asked_for_anew_and_then_guides()
    {
        var scene = Scene.Running(supervision: Supervision.Tell);
        scene.Watches("kim");
        scene.Do(session => session.JoinByCode(Scene.Supervisor("kim"), Scene.Line("kim"), scene.Time));
        Assert.False(scene.Session.AgentWith("kim")!.MayView);
        scene.Answers("kim", granted: true);
        Assert.True(scene.Session.AgentWith("kim")!.MayGuide);
    }
}
