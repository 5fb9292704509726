using CoBrowse.Protocol;
using CoBrowse.Sessions.Tests.Lifecycle;

namespace CoBrowse.Sessions.Tests.Agents;

public sealed class HandoverTests
{
    private static Scene Accepted()
    {
        var scene = Scene.Running();
        Assert.Null(scene.Invites("alex", "sam", InvitationKind.Handover));
        Assert.Null(scene.Accepts("sam"));
        return scene;
    }

    private static string Watching(Scene scene) => string.Join(' ', scene.Session.Watchers.Select(agent => agent.Agent.Subject));

    [Fact]
    public void Who_hands_over_stays_until_the_customers_yes_and_leaves_with_it()
    {
        var scene = Accepted();
        Assert.Equal(("alex", SessionState.Active), (Watching(scene), scene.State));
        var seen = scene.Events.Count;
        Assert.Null(scene.Answers("sam", granted: true));
        Assert.Equal(("sam", SessionState.Active), (Watching(scene), scene.State));
        Assert.Equal(
            [typeof(SessionEvent.ConsentClosed), typeof(SessionEvent.HandedOver), typeof(SessionEvent.AgentRemoved)],
            scene.Events.Skip(seen).Select(happened => happened.GetType()));
        Assert.Equal(Removal.HandedOver, scene.Events.OfType<SessionEvent.AgentRemoved>().Single().Cause);
        Assert.DoesNotContain(scene.Events.Skip(seen), happened => happened is SessionEvent.Queued or SessionEvent.Ended);
    }

    [Theory]
    [InlineData("declines")]
    [InlineData("expires")]
    [InlineData("is taken back")]
    [InlineData("is denied")]
    [InlineData("is not answered")]
    [InlineData("is taken back later")]
    [InlineData("leaves")]
    public void Whatever_else_comes_of_it_who_hands_over_goes_on(string what)
    {
        var scene = what is "declines" or "expires" or "is taken back" ? Scene.Running() : Accepted();
        scene.Invites("alex", "sam", InvitationKind.Handover);
        switch (what)
        {
            case "declines": scene.Declines("sam"); break;
            case "is taken back" or "is taken back later": Assert.Null(scene.TakesBack("alex", "sam")); break;
            case "is denied": scene.Answers("sam", granted: false); break;
            case "leaves": scene.Do(session => session.Leave(Scene.Line("sam"), scene.Time)); break;
            default:
                scene.Time.Advance(TimeSpan.FromSeconds(60));
                scene.Do(SessionStep.From);
                break;
        }

        Assert.Equal(("alex", SessionState.Active), (Watching(scene), scene.State));
        Assert.Null(scene.Session.AgentWith("sam"));
        Assert.False(scene.Session.IsHandedOver);
    }

    [Fact]
    public void A_successor_who_is_away_at_the_yes_takes_over_on_return()
    {
        var scene = Accepted();
        scene.Do(session => session.AgentDisconnects(Scene.Line("sam"), scene.Time));
        scene.Answers("sam", granted: true);
        Assert.Equal("alex", Watching(scene));
        scene.Do(session => session.Rejoin(Scene.Agent("sam"), new ConnectionId("again"), scene.Time));
        Assert.Equal("sam", Watching(scene));
    }

    [Fact]
    public void A_successor_who_never_returns_loses_the_place_and_nobody_else_does()
    {
        var scene = Accepted();
        scene.Do(session => session.AgentDisconnects(Scene.Line("sam"), scene.Time));
        scene.Answers("sam", granted: true);
        scene.Time.Advance(scene.Session.Rules.AgentGrace);
        scene.Do(SessionStep.From);
        Assert.Equal(("alex", false), (Watching(scene), scene.Session.IsHandedOver));
    }

    [Fact]
    public void Who_was_let_in_before_takes_over_at_once()
    {
        var scene = Scene.Running();
        scene.JoinsByCode("sam");
        scene.Answers("sam", granted: true);
        scene.Invites("alex", "sam", InvitationKind.Handover);
        scene.Accepts("sam");
        Assert.Equal("sam", Watching(scene));
    }

    [Fact]
    public void When_who_hands_over_is_removed_meanwhile_the_successor_is_asked_for_as_any_agent()
    {
        var scene = Accepted();
        scene.Do(session => session.Withdraw(session.AgentWith("alex")!.Id, scene.Time));
        Assert.Equal(SessionState.Consenting, scene.State);
        Assert.Null(scene.Session.AgentWith("sam")!.Succeeds);
        scene.Answers("sam", granted: true);
        Assert.Equal("sam", Watching(scene));
    }

    [Fact]
    public void There_is_one_handover_at_a_time()
    {
        var scene = Accepted();
        Assert.Equal(Refusal.WrongState, scene.Invites("alex", "kim", InvitationKind.Handover));
        scene.Answers("sam", granted: true);
        Assert.Null(scene.Invites("sam", "kim", InvitationKind.Handover));
    }

    [Fact]
    public void A_paused_session_is_handed_over_paused()
    {
        var scene = Accepted();
        scene.Do(session => session.Pause());
        scene.Answers("sam", granted: true);
        Assert.Equal((SessionState.Paused, "sam"), (scene.State, scene.Session.Agents.Single().Agent.Subject));
    }
}
