using System.Reflection;
using CoBrowse.Protocol;
using CoBrowse.Server.Hubs;
using CoBrowse.Server.Tests.Hosting;
using static CoBrowse.Server.Tests.Matrix.AgentIn;
using static CoBrowse.Server.Tests.Matrix.Outcome;

namespace CoBrowse.Server.Tests.Matrix;

/// <summary>Every operation of the agents' hub, in every state of a session, by every kind of agent, against the real server.</summary>
public sealed class AgentHubMatrixTests
{
    private static readonly Dictionary<string, Func<AgentIn, SessionState, Outcome>> Expected = new()
    {
        [nameof(AgentHub.GetQueue)] = (_, _) => Done,
        [nameof(AgentHub.Ping)] = (_, _) => Done,
        [nameof(AgentHub.Claim)] = (who, state) => (who, state) switch
        {
            (Stranger, _) or (_, SessionState.Ended) => NotFound,
            (Place, _) or (_, SessionState.Waiting) => Done,
            (_, SessionState.Created) => WrongState,
            _ => AlreadyClaimed,
        },
        [nameof(AgentHub.JoinByCode)] = (who, state) => who == Stranger || state == SessionState.Ended ? WrongCode : Done,
        [nameof(AgentHub.Rejoin)] = (who, state) => who == Place && state != SessionState.Ended ? Done : NotFound,
        [nameof(AgentHub.MakeLink)] = (_, _) => Done,
        // Of this tenant nobody can be invited.
        [nameof(AgentHub.InviteCustomer)] = (_, _) => NotAllowed,
        [nameof(AgentHub.RenewAssets)] = (who, _) => who == Place ? Done : Nothing,
        [nameof(AgentHub.Leave)] = (who, state) => who == Place ? state == SessionState.Ended ? WrongState : Done : NotFound,
        [nameof(AgentHub.EndSession)] = (who, state) => who == Place ? state == SessionState.Ended ? WrongState : Done : NotFound,
        [nameof(AgentHub.GetDesk)] = (_, _) => Done,
        [nameof(AgentHub.GetColleagues)] = (_, _) => Done,
        [nameof(AgentHub.ChooseStatus)] = (_, _) => Done,
        [nameof(AgentHub.SetIdle)] = (_, _) => Done,
        [nameof(AgentHub.Invite)] = (who, state) => who != Place ? NotFound : Runs(state) ? Done : WrongState,
        [nameof(AgentHub.TakeInvitationBack)] = (who, state) => who == Place && state == SessionState.Ended ? WrongState : NotFound,
        [nameof(AgentHub.AcceptInvitation)] = (who, state) => who is Colleague or Supervisor && Runs(state) ? Done : NotFound,
        [nameof(AgentHub.DeclineInvitation)] = (who, state) => who is Colleague or Supervisor && Runs(state) ? Done : NotFound,
        [nameof(AgentHub.GetHelpedSessions)] = (who, state) => who == Supervisor && Runs(state) ? Done : Nothing,
        [nameof(AgentHub.Watch)] = (who, state) => (who, state) switch
        {
            (Stranger, _) or (_, SessionState.Ended) => NotFound,
            (Supervisor, _) => Runs(state) ? Done : WrongState,
            _ => NotAllowed,
        },
        [nameof(AgentHub.Guide)] = (who, state) => who == Place && state == SessionState.Active ? Done : Nothing,
        [nameof(AgentHub.Annotate)] = (who, state) => who == Place ? state == SessionState.Active ? Done : WrongState : NotFound,
        [nameof(AgentHub.SendChat)] = (who, state) => who == Place ? state is SessionState.Active or SessionState.Paused ? Done : WrongState : NotFound,
        [nameof(AgentHub.TypeChat)] = (who, state) => who == Place && state is SessionState.Active or SessionState.Paused ? Done : Nothing,
        // What nobody has written, nobody has received; the tests of the chat have both.
        [nameof(AgentHub.ReceiveChat)] = (_, _) => Nothing,
        [nameof(AgentHub.GetCannedAnswers)] = (_, _) => Done,
        [nameof(AgentHub.Propose)] = (who, state) => who == Place ? state == SessionState.Active ? Done : WrongState : NotFound,
        [nameof(AgentHub.TakeBack)] = (who, state) => who == Place && state == SessionState.Active ? Done : NotFound,
        [nameof(AgentHub.Feedback)] = (who, state) => who == Place && state == SessionState.Active ? Done : Nothing,
        [nameof(AgentHub.AskControl)] = (who, state) => (who, state) switch
        {
            (Place, SessionState.Active) => Done,
            (Place, SessionState.Paused or SessionState.Ended) => WrongState,
            (Place, _) => NotAllowed,
            _ => NotFound,
        },
        // Asked for by then, where that could be.
        [nameof(AgentHub.ReleaseControl)] = (who, state) => who == Place ? state == SessionState.Active ? Done : WrongState : NotFound,
        [nameof(AgentHub.Act)] = (who, state) => who == Place ? state == SessionState.Ended ? WrongState : NotAllowed : NotFound,
    };

    public static TheoryData<SessionState> States() => [.. Enum.GetValues<SessionState>()];

    [Fact]
    public void Every_operation_has_its_expectations() =>
        Assert.Equal(HubOperations.Of<AgentHub>().Order(), Expected.Keys.Order());

    [Theory]
    [MemberData(nameof(States))]
    public async Task An_agent_can_do_what_is_granted_and_nothing_else(SessionState state)
    {
        await using var node = new TestNode(null, MatrixScene.OtherTenant);
        foreach (var who in MatrixScene.AgentsIn(state))
        {
            MatrixScene? scene = null;
            foreach (var operation in HubOperations.Of<AgentHub>())
            {
                scene ??= await MatrixScene.OpenAsync(node, state, who);
                var before = scene.Session;
                var expected = Expected[operation](who, state);
                Assert.Equal((who, operation, state, expected), (who, operation, state, await scene.TryAsync(operation)));
                if (expected is Done && Changing.Contains(operation))
                {
                    await scene.DisposeAsync();
                    scene = null;
                    continue;
                }

                // Where nothing was granted nothing has changed: the next one is tried on the same session.
                Assert.Equal((before?.Lifecycle.State, before?.Agents.Count), (scene.Session?.Lifecycle.State, scene.Session?.Agents.Count));
                if (expected is not (Done or Nothing) && before is not null && operation is nameof(AgentHub.Claim) or nameof(AgentHub.Rejoin))
                    Assert.Equal($"{operation} {expected}", await scene.LastRefusedAsync());
            }

            if (scene is not null)
                await scene.DisposeAsync();
        }
    }

    private static readonly string[] Changing =
    [
        nameof(AgentHub.Claim), nameof(AgentHub.JoinByCode), nameof(AgentHub.Rejoin), nameof(AgentHub.Leave), nameof(AgentHub.EndSession),
        nameof(AgentHub.Invite), nameof(AgentHub.AcceptInvitation), nameof(AgentHub.DeclineInvitation), nameof(AgentHub.Watch),
    ];

    private static bool Runs(SessionState state) => state is SessionState.Active or SessionState.Paused;
}
