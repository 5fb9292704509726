using CoBrowse.Protocol;
using CoBrowse.Server.Hubs;
using CoBrowse.Server.Tests.Hosting;
using static CoBrowse.Server.Tests.Matrix.CustomerIn;
using static CoBrowse.Server.Tests.Matrix.Outcome;

namespace CoBrowse.Server.Tests.Matrix;

/// <summary>
/// Every operation of the customers' hub, in every state of a session, by every kind of tab. Its ticket names the
/// session, so the customer of another can only name what belongs to this one: a question, or an agent's place.
/// </summary>
public sealed class CustomerHubMatrixTests
{
    private static readonly Dictionary<string, Func<CustomerIn, SessionState, Outcome>> Expected = new()
    {
        [nameof(CustomerHub.Join)] = (_, state) => state == SessionState.Ended ? NotFound : Done,
        [nameof(CustomerHub.Ping)] = (_, _) => Done,
        [nameof(CustomerHub.Pause)] = (who, state) => OfTab(who, state, state == SessionState.Active ? Done : WrongState),
        [nameof(CustomerHub.Resume)] = (who, state) => OfTab(who, state, state == SessionState.Paused ? Done : WrongState),
        [nameof(CustomerHub.AnswerConsent)] = (who, state) => OfTab(who, state, state == SessionState.Consenting && who == Tab ? Done : NotFound),
        [nameof(CustomerHub.RemoveAgent)] = (who, state) =>
            OfTab(who, state, who == Tab && state is SessionState.Consenting or SessionState.Active or SessionState.Paused ? Done : NotFound),
        [nameof(CustomerHub.RevokeControl)] = (who, state) => OfTab(who, state, WrongState),
        [nameof(CustomerHub.YieldControl)] = (who, state) => OfTab(who, state, WrongState),
        [nameof(CustomerHub.Acted)] = (who, state) => OfTab(who, state, WrongState),
        [nameof(CustomerHub.End)] = (who, state) => OfTab(who, state, Done),
        [nameof(CustomerHub.StandAt)] = (who, state) => OfTab(who, state, Done),
        // Nobody vouches for this tenant's customers.
        [nameof(CustomerHub.Identify)] = (_, _) => NotAllowed,
        [nameof(CustomerHub.UsePolicy)] = (_, _) => HashMismatch,
        [nameof(CustomerHub.SendChat)] = (who, state) => OfTab(who, state, state is SessionState.Active or SessionState.Paused ? Done : WrongState),
        [nameof(CustomerHub.TypeChat)] = (who, state) => who == Tab && state is SessionState.Active or SessionState.Paused ? Done : Nothing,
        [nameof(CustomerHub.ReceiveChat)] = (_, _) => Nothing,
        [nameof(CustomerHub.AnswerProposal)] = (who, state) => OfTab(who, state, NotFound),
        [nameof(CustomerHub.Frame)] = (who, state) => who == Tab && state == SessionState.Active ? Done : Nothing,
    };

    private static readonly string[] Changing =
        [nameof(CustomerHub.Join), nameof(CustomerHub.Pause), nameof(CustomerHub.Resume), nameof(CustomerHub.AnswerConsent), nameof(CustomerHub.RemoveAgent), nameof(CustomerHub.End)];

    public static TheoryData<SessionState> States() => [.. Enum.GetValues<SessionState>().Where(state => state is not (SessionState.Created or SessionState.Claimed))];

    [Fact]
    public void Every_operation_has_its_expectations() =>
        Assert.Equal(HubOperations.Of<CustomerHub>().Order(), Expected.Keys.Order());

    [Theory]
    [MemberData(nameof(States))]
    public async Task A_tab_can_do_what_is_its_own_and_nothing_else(SessionState state)
    {
        await using var node = new TestNode();
        foreach (var who in Enum.GetValues<CustomerIn>())
        {
            CustomerScene? scene = null;
            foreach (var operation in HubOperations.Of<CustomerHub>())
            {
                // Whoever opens another session is alone in it, and can do there what they like.
                if (who == Other && operation is not (nameof(CustomerHub.AnswerConsent) or nameof(CustomerHub.RemoveAgent) or nameof(CustomerHub.Frame)))
                    continue;
                scene ??= await CustomerScene.OpenAsync(node, state, who);
                var before = scene.Session;
                var expected = Expected[operation](who, state);
                Assert.Equal((who, operation, state, expected), (who, operation, state, await scene.TryAsync(operation)));
                if (expected is Done && Changing.Contains(operation))
                {
                    await scene.DisposeAsync();
                    scene = null;
                    continue;
                }

                Assert.Equal((before?.Lifecycle.State, before?.Agents.Count), (scene.Session?.Lifecycle.State, scene.Session?.Agents.Count));
            }

            if (scene is not null)
                await scene.DisposeAsync();
        }
    }

    private static Outcome OfTab(CustomerIn who, SessionState state, Outcome own) => (who, state) switch
    {
        (Other, _) or (_, SessionState.Ended) => NotFound,
        (FormerTab, _) => Superseded,
        _ => own,
    };
}
