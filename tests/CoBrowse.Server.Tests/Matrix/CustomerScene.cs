using System.Net.WebSockets;
using CoBrowse.Protocol;
using CoBrowse.Server.Hubs;
using CoBrowse.Server.Tests.Hosting;
using CoBrowse.Sessions;
using Microsoft.Extensions.DependencyInjection;

namespace CoBrowse.Server.Tests.Matrix;

/// <summary>A session in one state with an agent in it, and a customer's tab that tries something.</summary>
internal sealed class CustomerScene : IAsyncDisposable
{
    private readonly TestNode node;
    private readonly LiveSession live;
    private readonly List<HubLink> links;
    private readonly HubLink tries;
    private readonly HubLink agent;
    private string request = ConsentRequestId.Create(TimeProvider.System).ToString();
    private string place = ParticipantId.Create(TimeProvider.System).ToString();

    private CustomerScene(TestNode node, LiveSession live, List<HubLink> links, HubLink tries, HubLink agent) =>
        (this.node, this.live, this.links, this.tries, this.agent) = (node, live, links, tries, agent);

    /// <summary>The session as it is; null once the node has let go of it.</summary>
    public Session? Session => node.Services.GetRequiredService<SessionDirectory>().Find(live.Current.Id)?.Current;

    public static async Task<CustomerScene> OpenAsync(TestNode node, SessionState state, CustomerIn who)
    {
        node.Time.Advance(TimeSpan.FromSeconds(1));
        var opened = await node.OpenAsync();
        var live = node.Services.GetRequiredService<SessionDirectory>()
            .Find(SessionId.TryParse(opened.SessionId, out var id) ? id : default)!;
        var links = new List<HubLink>();
        async Task<HubLink> TabAsync(string token, string tab)
        {
            var link = await node.ConnectCustomerAsync(token);
            links.Add(link);
            await link.JoinAsync(tab);
            return link;
        }

        var former = who == CustomerIn.FormerTab ? await TabAsync(opened.Token, "tab-1") : null;
        var tab = await TabAsync(opened.Token, "tab-2");
        var other = who == CustomerIn.Other ? await TabAsync((await node.OpenAsync()).Token, "tab-3") : null;
        var agent = await node.ConnectAgentAsync("alex");
        links.Add(agent);
        var scene = new CustomerScene(node, live, links, former ?? other ?? tab, agent);
        if (state == SessionState.Waiting)
            return scene;
        scene.place = (await agent.CallAsync<AgentJoined>(AgentHubNames.Claim, opened.SessionId)).ParticipantId!;
        scene.request = (await tab.NextAsync<ConsentRequest>(nameof(ICustomerClient.ConsentRequested))).RequestId;
        if (state != SessionState.Consenting)
            Assert.Null((await tab.CallAsync<Ack>(CustomerHubNames.AnswerConsent, new ConsentAnswer(scene.request, true))).Refusal);
        if (state == SessionState.Paused)
            Assert.Null((await tab.CallAsync<Ack>(CustomerHubNames.Pause)).Refusal);
        if (state == SessionState.Ended)
            Assert.Null((await tab.CallAsync<Ack>(CustomerHubNames.End, default(CustomerEnd?))).Refusal);
        Assert.Equal(state, live.Current.Lifecycle.State);
        return scene;
    }

    /// <summary>Tries an operation of the customers' hub, and tells what came of it.</summary>
    public async Task<Outcome> TryAsync(string operation)
    {
        switch (operation)
        {
            case nameof(CustomerHub.Join):
                return MatrixScene.Read((await tries.JoinAsync("tab-4")).Refusal);
            case nameof(CustomerHub.Ping):
                return await tries.CallAsync<long>(operation) > 0 ? Outcome.Done : Outcome.Nothing;
            case nameof(CustomerHub.Pause):
            case nameof(CustomerHub.Resume):
            case nameof(CustomerHub.RevokeControl):
                return MatrixScene.Read((await tries.CallAsync<Ack>(operation)).Refusal);
            case nameof(CustomerHub.YieldControl):
                return MatrixScene.Read((await tries.CallAsync<Ack>(operation, true)).Refusal);
            case nameof(CustomerHub.Acted):
                return MatrixScene.Read((await tries.CallAsync<Ack>(operation, 1, ActionOutcome.Done)).Refusal);
            case nameof(CustomerHub.AnswerConsent):
                return MatrixScene.Read((await tries.CallAsync<Ack>(operation, new ConsentAnswer(request, true))).Refusal);
            case nameof(CustomerHub.RemoveAgent):
                return MatrixScene.Read((await tries.CallAsync<Ack>(operation, place)).Refusal);
            case nameof(CustomerHub.End):
                return MatrixScene.Read((await tries.CallAsync<Ack>(operation, default(CustomerEnd?))).Refusal);
            case nameof(CustomerHub.StandAt):
                return MatrixScene.Read((await tries.CallAsync<Ack>(operation, PagePlace.Withheld)).Refusal);
            case nameof(CustomerHub.Identify):
                return MatrixScene.Read((await tries.CallAsync<Ack>(operation, "a.b.c")).Refusal);
            case nameof(CustomerHub.UsePolicy):
                return MatrixScene.Read((await tries.CallAsync<Ack>(operation, new string('0', 64), 7L)).Refusal);
            case nameof(CustomerHub.SendChat):
                return MatrixScene.Read((await tries.CallAsync<ChatSent>(operation, "m1", "hello")).Refusal);
            case nameof(CustomerHub.AnswerProposal):
                return MatrixScene.Read((await tries.CallAsync<Ack>(operation, place, "p1", ProposalOutcome.Accepted, default(ProposalReason?))).Refusal);
            case nameof(CustomerHub.TypeChat):
            case nameof(CustomerHub.ReceiveChat):
                await tries.SendAsync(operation, operation == nameof(CustomerHub.ReceiveChat) ? [1L] : []);
                await tries.CallAsync<long>(CustomerHubNames.Ping);
                await agent.CallAsync<long>(AgentHubNames.Ping);
                return agent.Has(nameof(IAgentClient.ChatTyping)) && operation == nameof(CustomerHub.TypeChat) ? Outcome.Done : Outcome.Nothing;
            case nameof(CustomerHub.Frame):
                await tries.SendAsync(CustomerHubNames.Frame, Frames.Keyframe(7, 1));
                try
                {
                    await tries.CallAsync<long>(CustomerHubNames.Ping);
                }
                catch (WebSocketException)
                {
                    // Whoever sends frames without the right to is shut out.
                }

                await agent.CallAsync<long>(AgentHubNames.Ping);
                return agent.Has("f") ? Outcome.Done : Outcome.Nothing;
            default:
                throw new NotSupportedException($"{operation} is new: say here how it is called.");
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var link in links)
            await link.DisposeAsync();
        await live.ApplyAsync(session => session.End(EndReason.Expired, node.Time), default);
    }
}
