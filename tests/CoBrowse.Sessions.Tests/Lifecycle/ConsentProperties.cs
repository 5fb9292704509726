using CoBrowse.Protocol;
using FsCheck;
using FsCheck.Fluent;

namespace CoBrowse.Sessions.Tests.Lifecycle;

/// <summary>Whatever anybody does in whatever order, the rules of consent hold after each step.</summary>
public sealed class ConsentProperties
{
    private static readonly string[] Subjects = ["alex", "sam", "kim"];

    [Fact]
    public void No_sequence_of_requests_reaches_the_page_without_consent() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(2_000),
            Prop.ForAll(Moves(), moves =>
            {
                var scene = new Scene();
                var ledger = new ConsentLedger();
                foreach (var move in moves)
                    Play(scene, ledger, move % 19, Subjects[move / 19]);
            }));

    [Fact]
    public void The_ledger_itself_sees_frames_flow_so_the_property_is_not_empty()
    {
        var scene = new Scene();
        var ledger = new ConsentLedger();
        foreach (var move in (int[])[0, 1, 5])
            Play(scene, ledger, move, "alex");
        Assert.Single(scene.Session.Watchers);
    }

    /// <summary>Long enough for time-outs and second agents, and shortened where one fails.</summary>
    private static Arbitrary<int[]> Moves() => Arb.From(
        Gen.Choose(0, (19 * 3) - 1).ArrayOf(150),
        moves => moves.Select((_, index) => moves.Where((_, other) => other != index).ToArray()));

    private static void Play(Scene scene, ConsentLedger ledger, int move, string subject)
    {
        var before = scene.Session;
        var seen = scene.Events.Count;
        var time = scene.Time;
        var participant = before.AgentWith(subject)?.Id ?? ParticipantId.Create(time);
        Refusal? refusal = null;
        switch (move)
        {
            case 0 or 1 when move == 0 || before.Lifecycle is Sessions.Lifecycle.Created:
                refusal = scene.CustomerJoins();
                break;
            case 1 or 2:
                refusal = scene.Claims(subject);
                break;
            case 3 or 4:
                refusal = scene.JoinsByCode(subject);
                break;
            case 5 or 6 or 7:
                var request = scene.RequestOf(subject);
                refusal = scene.Answers(subject, granted: true);
                if (refusal is null)
                    ledger.Grant(participant, request, time.GetUtcNow());
                break;
            case 8:
                refusal = scene.Answers(subject, granted: false);
                break;
            case 9:
                refusal = scene.Do(session => session.Pause());
                break;
            case 10:
                refusal = scene.Do(session => session.Resume());
                break;
            case 11:
                if (scene.Do(session => session.Withdraw(participant, time)) is null)
                    ledger.Revoke(participant);
                break;
            case 12:
                if (scene.Do(session => session.Leave(Scene.Line(subject), time)) is null)
                    ledger.Revoke(participant);
                break;
            case 13:
                scene.Do(session => session.AgentDisconnects(Scene.Line(subject), time));
                break;
            case 14:
                scene.Do(session => session.Rejoin(Scene.Agent(subject), Scene.Line(subject)));
                break;
            case 15:
                scene.Do(session => session.CustomerDisconnects(Scene.Tab, time));
                break;
            case 16:
                time.Advance(TimeSpan.FromSeconds(31));
                scene.Do(SessionStep.From);
                break;
            case 17:
                time.Advance(TimeSpan.FromSeconds(5));
                break;
            case 18 when subject == "kim":
                scene.Do(session => session.End(EndReason.AgentEnded, time));
                break;
        }

        ledger.Note(scene.Events.Skip(seen));
        ledger.Check(before, scene.Session, refusal);
    }
}
