using CoBrowse.Protocol;
using CoBrowse.Sessions.Tests.Lifecycle;

namespace CoBrowse.Sessions.Tests.Agents;

public sealed class InvitationTests
{
    private static InvitationOutcome? OutcomeIn(Scene scene) =>
        scene.Events.OfType<SessionEvent.InvitationClosed>().LastOrDefault()?.Outcome;

    [Fact]
    public void A_colleague_who_accepts_is_asked_for_and_nothing_that_runs_stops()
    {
        var scene = Scene.Running();
        Assert.Null(scene.Invites("alex", "sam"));
        Assert.Null(scene.Session.AgentWith("sam"));
        Assert.Null(scene.Accepts("sam"));
        Assert.Equal(SessionState.Active, scene.State);
        Assert.Equal(["alex"], scene.Session.Watchers.Select(agent => agent.Agent.Subject));
        Assert.Null(scene.Answers("sam", granted: true));
        Assert.Equal(["alex", "sam"], scene.Session.Watchers.Select(agent => agent.Agent.Subject));
        Assert.Equal([0, 1], scene.Session.Agents.Select(agent => agent.Hue));
        Assert.DoesNotContain(scene.Events, happened => happened is SessionEvent.HandedOver);
    }

    [Fact]
    public void A_colour_that_is_free_again_is_given_again()
    {
        var scene = Scene.Running();
        scene.JoinsByCode("sam");
        scene.Answers("sam", granted: true);
        scene.Do(session => session.Leave(Scene.Line("alex"), scene.Time));
        scene.JoinsByCode("kim");
        Assert.Equal([("sam", 1), ("kim", 0)], scene.Session.Agents.Select(agent => (agent.Agent.Subject, agent.Hue)));
    }

    [Fact]
    public void An_invitation_is_the_invited_ones_alone()
    {
        var scene = Scene.Running();
        scene.Invites("alex", "sam");
        var id = scene.InvitationOf("sam");
        Assert.Equal(Refusal.NotFound, scene.Accepts("kim", id));
        Assert.Equal(Refusal.NotFound, scene.Do(session => session.Decline(id, "kim")));
        scene.JoinsByCode("kim");
        Assert.Equal(Refusal.NotFound, scene.TakesBack("kim", "sam"));
        Assert.Single(scene.Session.Invitations);
    }

    [Fact]
    public void It_expires_and_an_answer_on_the_stroke_is_too_late()
    {
        var scene = Scene.Running();
        scene.Invites("alex", "sam");
        var id = scene.InvitationOf("sam");
        Assert.Equal(scene.Time.GetUtcNow() + scene.Session.Rules.InvitationTimeout, scene.Session.NextDeadline());
        scene.Time.Advance(scene.Session.Rules.InvitationTimeout);
        Assert.Equal(Refusal.NotFound, scene.Accepts("sam", id));
        Assert.Equal(InvitationOutcome.Expired, OutcomeIn(scene));
    }

    [Fact]
    public void It_is_declined_or_taken_back_once()
    {
        var scene = Scene.Running();
        scene.Invites("alex", "sam");
        Assert.Null(scene.Declines("sam"));
        Assert.Equal(InvitationOutcome.Declined, OutcomeIn(scene));
        Assert.Equal(Refusal.NotFound, scene.Declines("sam"));
        scene.Invites("alex", "kim");
        var id = scene.InvitationOf("kim");
        Assert.Null(scene.TakesBack("alex", "kim"));
        Assert.Equal(InvitationOutcome.TakenBack, OutcomeIn(scene));
        Assert.Equal(Refusal.NotFound, scene.Accepts("kim", id));
    }

    [Fact]
    public void Who_leaves_or_ends_takes_the_invitations_along()
    {
        var scene = Scene.Running();
        scene.JoinsByCode("kim");
        scene.Answers("kim", granted: true);
        scene.Invites("alex", "sam");
        scene.Do(session => session.Leave(Scene.Line("alex"), scene.Time));
        Assert.Empty(scene.Session.Invitations);
        scene.Time.Advance(scene.Session.Rules.InvitationPause);
        scene.Invites("kim", "sam");
        scene.Do(session => session.End(EndReason.CustomerEnded, scene.Time));
        Assert.Equal(2, scene.Events.Count(happened => happened is SessionEvent.InvitationClosed { Outcome: InvitationOutcome.TakenBack }));
    }

    [Fact]
    public void Nobody_invites_themselves_nor_before_the_customers_yes_nor_who_is_there()
    {
        var scene = Scene.Running();
        Assert.Equal(Refusal.InvalidRequest, scene.Invites("alex", "alex", InvitationKind.Handover));
        scene.JoinsByCode("kim");
        Assert.Equal(Refusal.NotAllowed, scene.Invites("kim", "sam"));
        Assert.Equal(Refusal.NotFound, scene.Invites("sam", "robin"));
        Assert.Equal(Refusal.WrongState, scene.Invites("alex", "kim"));
    }

    [Fact]
    public void Nobody_is_flooded_with_invitations()
    {
        var scene = Scene.Running();
        Assert.Null(scene.Invites("alex", "sam"));
        Assert.Equal(Refusal.WrongState, scene.Invites("alex", "sam"));
        scene.TakesBack("alex", "sam");
        Assert.Equal(Refusal.TooManyAttempts, scene.Invites("alex", "sam"));
        scene.Time.Advance(scene.Session.Rules.InvitationPause);
        Assert.Null(scene.Invites("alex", "sam"));
        for (var sent = 2; sent < scene.Session.Rules.Agents; sent++)
            Assert.Null(scene.Invites("alex", $"agent-{sent}"));
        Assert.Equal(Refusal.TooManyAttempts, scene.Invites("alex", "one-more"));
        for (var sent = scene.Session.InvitationsSent; sent < scene.Session.Rules.Invitations; sent++)
        {
            scene.Time.Advance(TimeSpan.FromMinutes(1));
            Assert.Null(scene.Invites("alex", "sam"));
        }

        scene.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(Refusal.TooManyAttempts, scene.Invites("alex", "sam"));
    }
}
