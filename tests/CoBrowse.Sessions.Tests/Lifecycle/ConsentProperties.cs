using CoBrowse.Protocol;
using FsCheck;
using FsCheck.Fluent;

namespace CoBrowse.Sessions.Tests.Lifecycle;

/// <summary>Whatever anybody does in whatever order, the rules of consent hold after each step.</summary>
public sealed class ConsentProperties
{
    /// <summary>How many kinds of moves there are.</summary>
    private const int Kinds = 31;

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
                    Play(scene, ledger, move % Kinds, Subjects[move / Kinds]);
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

    [Fact]
    public void The_ledger_sees_actions_pass_too()
    {
        var scene = new Scene();
        var ledger = new ConsentLedger();
        foreach (var move in (int[])[0, 1, 5, 19, 21, 24])
            Play(scene, ledger, move, "alex");
        Assert.Single(scene.Events.OfType<SessionEvent.ActionPassed>());
    }

    /// <summary>Long enough for time-outs and second agents, and shortened where one fails.</summary>
    private static Arbitrary<int[]> Moves() => Arb.From(
        Gen.Choose(0, (Kinds * 3) - 1).ArrayOf(150),
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
                scene.Do(session => session.Rejoin(Scene.Agent(subject), Scene.Line(subject), time));
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
            case 19 or 20:
                refusal = scene.AsksControl(subject);
                break;
            case 21 or 22:
                refusal = scene.AnswersControl(granted: true);
                if (refusal is null)
                    ledger.GrantControl((PageControl.Asked)before.Control, time.GetUtcNow());
                break;
            case 23:
                refusal = scene.AnswersControl(granted: false);
                break;
            case 24 or 25:
                refusal = scene.Acts(subject, seen + 1);
                break;
            case 26:
                refusal = scene.Do(session => session.Acted(((session.Control as PageControl.Held)?.Last) ?? 1, ActionOutcome.Done));
                break;
            case 27:
                if (scene.Do(session => session.RevokeControl()) is null)
                    ledger.EndControl();
                break;
            case 28:
                if (scene.Do(session => session.ReleaseControl(Scene.Line(subject))) is null)
                    ledger.EndControl();
                break;
            case 29:
                refusal = scene.Do(session => session.YieldControl(subject != "alex"));
                break;
            case 30 when subject == "sam":
                refusal = scene.Do(session => session.CustomerJoins(new ConnectionId("new-page"), $"page-{seen}", time));
                break;
            case 18 when subject == "kim":
                scene.Do(session => session.End(EndReason.AgentEnded, time));
                break;
        }

        ledger.Note(scene.Events.Skip(seen), time.GetUtcNow());
        ledger.CheckActions(before, scene.Session, scene.Events.Skip(seen));
        ledger.Check(before, scene.Session, refusal);
    }
}
