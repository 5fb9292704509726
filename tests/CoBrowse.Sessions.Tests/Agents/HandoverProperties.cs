using CoBrowse.Protocol;
using CoBrowse.Sessions.Tests.Lifecycle;
using FsCheck;
using FsCheck.Fluent;

namespace CoBrowse.Sessions.Tests.Agents;

/// <summary>Whatever agents, a supervisor, the customer and time do in whatever order.</summary>
public sealed class HandoverProperties
{
    private const int Kinds = 16;
    private static readonly string[] Subjects = ["alex", "sam", "robin", "kim"];

    [Theory]
    [InlineData(Supervision.Ask)]
    [InlineData(Supervision.Tell)]
    public void A_handover_never_leaves_a_session_without_an_agent_nor_lets_two_take_over(Supervision supervision)
    {
        var handed = 0;
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(2_000),
            Prop.ForAll(Moves(), moves =>
            {
                var scene = Scene.Running("alex", supervision);
                foreach (var move in moves)
                {
                    var (before, seen) = (scene.Session, scene.Events.Count);
                    Play(scene, move % Kinds, Subjects[move / Kinds % 4], Subjects[move / Kinds / 4]);
                    var happened = scene.Events.Skip(seen).ToList();
                    handed += happened.Count(each => each is SessionEvent.HandedOver);
                    Judge(before, scene.Session, happened);
                }
            }));
        Assert.True(handed > 100, $"only {handed} handovers were played");
    }

    private static void Judge(Session before, Session after, IReadOnlyList<SessionEvent> happened)
    {
        foreach (var handed in happened.OfType<SessionEvent.HandedOver>())
        {
            Assert.Contains(before.Agents, agent => agent.Id == handed.From.Id);
            Assert.True(after.Agents.Exists(agent => agent.Id == handed.To.Id && agent is { MayGuide: true, Present: true }), "who took over is not there");
            Assert.DoesNotContain(after.Agents, agent => agent.Id == handed.From.Id);
            Assert.IsNotType<Sessions.Lifecycle.Ended>(after.Lifecycle);
        }

        var left = happened.OfType<SessionEvent.AgentRemoved>().Where(removed => removed.Cause == Removal.HandedOver).Select(removed => removed.Agent.Id);
        Assert.Equal(happened.OfType<SessionEvent.HandedOver>().Select(handed => handed.From.Id), left);
        var underWay = after.Agents.Count(agent => agent.Succeeds is not null) + after.Invitations.Count(open => open.Kind == InvitationKind.Handover);
        Assert.True(underWay <= 1, $"{underWay} handovers at once");
        Assert.All(after.Agents, agent => Assert.True(agent.Succeeds is null || after.Agents.Exists(other => other.Id == agent.Succeeds.From && other.Id != agent.Id)));
        Assert.DoesNotContain(after.Agents, agent => agent is { Succeeds: not null, MayView: true, Present: true });
        Assert.All(after.Invitations, open => Assert.Contains(after.Agents, agent => agent.Id == open.From));
        Assert.True(after.HasEnded || after.HasHelp || after.Agents.TrueForAll(agent => agent.Helps), "a supervisor watches nobody");
        Assert.Equal(after.Agents.Count, after.Agents.Select(agent => agent.Hue).Distinct().Count());
        Assert.Equal(after.Agents.Count, after.Agents.Select(agent => agent.Agent.Subject).Distinct().Count());
        Assert.True(after.Agents.Count <= after.Rules.Agents);
        Assert.True(!after.HasEnded || after.Invitations.IsEmpty);
    }

    private static Arbitrary<int[]> Moves() => Arb.From(
        Gen.Choose(0, (Kinds * 16) - 1).ArrayOf(80),
        moves => moves.Select((_, index) => moves.Where((_, other) => other != index).ToArray()));

    private static void Play(Scene scene, int move, string one, string other)
    {
        var time = scene.Time;
        switch (move)
        {
            case 0 or 1: scene.Invites(one, other, InvitationKind.Handover); break;
            case 2: scene.Invites(one, other); break;
            case 3 or 4: scene.Accepts(one); break;
            case 5: scene.Declines(one); break;
            case 6: scene.TakesBack(one, other); break;
            case 7 or 8: scene.Answers(one, granted: true); break;
            case 9: scene.Answers(one, granted: (one.Length + other.Length) % 3 == 0); break;
            case 10: scene.Do(session => session.AgentDisconnects(Scene.Line(one), time)); break;
            case 11: scene.Do(session => session.Rejoin(Scene.Agent(one), Scene.Line(one), time)); break;
            case 12 when other == "kim": scene.Watches("kim"); break;
            case 12: scene.JoinsByCode(one); break;
            case 13 when one != other: scene.Do(session => session.Leave(Scene.Line(one), time)); break;
            case 13: scene.Do(session => session.Withdraw(session.AgentWith(one)?.Id ?? default, time)); break;
            case 14:
                scene.Do(session => one == "alex" ? session.CustomerDisconnects(Scene.Tab, time) : session.CustomerJoins(Scene.Tab, "t1", time));
                break;
            case 15:
                time.Advance(TimeSpan.FromSeconds(one == "alex" ? 31 : 5));
                scene.Do(SessionStep.From);
                break;
        }
    }
}
