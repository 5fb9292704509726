using CoBrowse.Protocol;

namespace CoBrowse.Sessions.Tests.Lifecycle;

public sealed class ControlTests
{
    [Fact]
    public void Control_is_asked_for_by_who_may_view_and_given_by_the_customer_alone()
    {
        var scene = new Scene();
        scene.CustomerJoins();
        scene.Claims("alex");
        Assert.Equal(Refusal.NotAllowed, scene.AsksControl("alex"));
        scene.Answers("alex", granted: true);
        Assert.Equal(Refusal.NotFound, scene.AsksControl("sam"));
        Assert.Null(scene.AsksControl("alex"));
        Assert.Equal(Refusal.NotAllowed, scene.Acts("alex", 1));
        Assert.Null(scene.AnswersControl(granted: true));
        Assert.Null(scene.Acts("alex", 1));
        var action = Assert.Single(scene.Events.OfType<SessionEvent.ActionPassed>());
        Assert.Equal((1, ActionKind.Click), (action.Number, action.Kind));
    }

    [Fact]
    public void Silence_is_a_no_viewing_goes_on_and_three_times_no_ends_the_asking()
    {
        var scene = Scene.Running("alex");
        scene.AsksControl("alex");
        scene.Time.Advance(TimeSpan.FromSeconds(60));
        Assert.Equal(Refusal.NotFound, scene.AnswersControl(granted: true));
        Assert.Equal(ConsentOutcome.TimedOut, Assert.Single(scene.Events.OfType<SessionEvent.ControlClosed>()).Outcome);
        Assert.Single(scene.Session.Watchers);
        for (var asked = 0; asked < 2; asked++)
        {
            Assert.Null(scene.AsksControl("alex"));
            Assert.Null(scene.AnswersControl(granted: false));
        }

        Assert.Equal(Refusal.TooManyAttempts, scene.AsksControl("alex"));
    }

    [Fact]
    public void One_agent_at_most_holds_control_or_asks_for_it()
    {
        var scene = Scene.Running("alex");
        scene.JoinsByCode("sam");
        scene.Answers("sam", granted: true);
        scene.AsksControl("alex");
        Assert.Equal(Refusal.AlreadyClaimed, scene.AsksControl("sam"));
        scene.AnswersControl(granted: true);
        Assert.Equal(Refusal.AlreadyClaimed, scene.AsksControl("sam"));
        Assert.Equal(Refusal.NotAllowed, scene.Acts("sam", 1));
        Assert.Equal(Refusal.WrongState, scene.Do(session => session.ReleaseControl(Scene.Line("sam"))));
        Assert.Null(scene.Do(session => session.ReleaseControl(Scene.Line("alex"))));
        Assert.Null(scene.AsksControl("sam"));
    }

    [Fact]
    public void A_pause_and_the_customers_own_hands_hold_actions_up_and_do_not_end_control()
    {
        var scene = Scene.Controlled();
        scene.Do(session => session.Pause());
        Assert.Equal(Refusal.WrongState, scene.Acts("alex", 1));
        scene.Do(session => session.Resume());
        Assert.Null(scene.Acts("alex", 1));
        scene.Do(session => session.YieldControl(true));
        Assert.Equal(Refusal.WrongState, scene.Acts("alex", 2));
        scene.Do(session => session.YieldControl(false));
        Assert.Null(scene.Acts("alex", 2));
    }

    [Theory]
    [InlineData(ControlEnd.Revoked)]
    [InlineData(ControlEnd.Released)]
    [InlineData(ControlEnd.NewPage)]
    [InlineData(ControlEnd.AgentAway)]
    [InlineData(ControlEnd.Removed)]
    [InlineData(ControlEnd.SessionEnded)]
    public void Control_ends_for_one_reason_and_nothing_passes_any_more(ControlEnd reason)
    {
        var scene = Scene.Controlled();
        scene.JoinsByCode("sam");
        scene.Answers("sam", granted: true);
        var alex = scene.Session.AgentWith("alex")!.Id;
        Assert.Null(scene.Do(session => reason switch
        {
            ControlEnd.Revoked => session.RevokeControl(),
            ControlEnd.Released => session.ReleaseControl(Scene.Line("alex")),
            ControlEnd.NewPage => session.CustomerJoins(new ConnectionId("next"), "t2", scene.Time),
            ControlEnd.AgentAway => session.AgentDisconnects(Scene.Line("alex"), scene.Time),
            ControlEnd.Removed => session.Withdraw(alex, scene.Time),
            _ => session.End(EndReason.AgentEnded, scene.Time),
        }));
        Assert.Equal(reason, Assert.Single(scene.Events.OfType<SessionEvent.ControlEnded>()).Reason);
        scene.Do(session => session.Rejoin(Scene.Agent("alex"), Scene.Line("alex"), scene.Time));
        Assert.NotNull(scene.Acts("alex", 1));
        Assert.Empty(scene.Events.OfType<SessionEvent.ActionPassed>());
    }

    [Fact]
    public void A_lost_connection_of_the_same_page_holds_actions_up_and_a_new_page_closes_the_question()
    {
        var scene = Scene.Controlled();
        scene.Do(session => session.CustomerDisconnects(Scene.Tab, scene.Time));
        Assert.Equal(Refusal.WrongState, scene.Acts("alex", 1));
        scene.Do(session => session.CustomerJoins(new ConnectionId("again"), "t1", scene.Time));
        Assert.Null(scene.Acts("alex", 1));
        scene.Do(session => session.RevokeControl());
        scene.AsksControl("alex");
        scene.Do(session => session.CustomerJoins(new ConnectionId("next"), "t2", scene.Time));
        Assert.Equal(ConsentOutcome.Withdrawn, scene.Events.OfType<SessionEvent.ControlClosed>().Last().Outcome);
        Assert.Equal(Refusal.NotFound, scene.AnswersControl(granted: true));
    }

    [Fact]
    public void Actions_have_rising_numbers_are_answered_once_and_wait_for_a_page_that_answers()
    {
        var scene = Scene.Controlled();
        Assert.Null(scene.Acts("alex", 5, ActionKind.Type));
        Assert.Equal(Refusal.InvalidRequest, scene.Acts("alex", 5));
        Assert.Equal(Refusal.InvalidRequest, scene.Acts("alex", 6, (ActionKind)99));
        Assert.Equal(Refusal.NotFound, scene.Do(session => session.Acted(4, ActionOutcome.Done)));
        Assert.Null(scene.Do(session => session.Acted(5, ActionOutcome.Masked)));
        Assert.Equal(Refusal.NotFound, scene.Do(session => session.Acted(5, ActionOutcome.Done)));
        var answered = Assert.Single(scene.Events.OfType<SessionEvent.ActionAnswered>());
        Assert.Equal((ActionKind.Type, ActionOutcome.Masked), (answered.Action.Kind, answered.Outcome));
        for (var number = 6; number < 6 + ActionSteps.MostUnanswered; number++)
            Assert.Null(scene.Acts("alex", number));
        Assert.Equal(Refusal.TooManyAttempts, scene.Acts("alex", 100));
    }

    [Fact]
    public void Supervisors_do_not_act_and_bodies_have_a_size()
    {
        var scene = Scene.Running();
        scene.Watches("kim");
        scene.Answers("kim", granted: true);
        Assert.Equal(Refusal.NotAllowed, scene.AsksControl("kim"));
        var controlled = Scene.Controlled();
        Assert.Equal(Refusal.TooLarge, controlled.Do(session => session.Act(Scene.Line("alex"), 1, ActionKind.Type, new byte[ProtocolLimits.ActionBytes + 1])));
    }
}
