using CoBrowse.Protocol;
using CoBrowse.Server.Sessions;

namespace CoBrowse.Server.Tests.Hosting;

/// <summary>Customers and agents, connected.</summary>
internal static class Cast
{
    public static async Task<HubLink> ConnectCustomerAsync(this Node node, string token) =>
        await HubLink.ConnectAsync<ICustomerClient>(
            node, CustomerHubNames.Path, await node.TicketAsync(token, Node.Portal), Node.Portal);

    public static async Task<HubLink> ConnectAgentAsync(this Node node, string agent) =>
        await node.ConnectAgentWithAsync(await node.SignInAsync(agent));

    public static async Task<HubLink> ConnectAgentWithAsync(this Node node, string token) =>
        await HubLink.ConnectAsync<IAgentClient>(node, AgentHubNames.Path, await node.TicketAsync(token, null), null);

    public static Task<CustomerJoined> JoinAsync(this HubLink customer, string tab = "tab-1") =>
        customer.CallAsync<CustomerJoined>(CustomerHubNames.Join, new CustomerJoin(ProtocolVersion.Current, tab));

    public static async Task<Ack> AnswerAsync(this HubLink customer, bool granted)
    {
        var request = await customer.NextAsync<ConsentRequest>(nameof(ICustomerClient.ConsentRequested));
        return await customer.CallAsync<Ack>(CustomerHubNames.AnswerConsent, new ConsentAnswer(request.RequestId, granted));
    }

    /// <summary>A session with one agent whom the customer lets watch.</summary>
    public static async Task<RunningSession> RunAsync(this Node node)
    {
        var opened = await node.OpenAsync();
        var customer = await node.ConnectCustomerAsync(opened.Token);
        await customer.JoinAsync();
        var agent = await node.ConnectAgentAsync("alex");
        var joined = await agent.CallAsync<AgentJoined>(AgentHubNames.Claim, opened.SessionId);
        Assert.Null(joined.Refusal);
        Assert.Null((await customer.AnswerAsync(granted: true)).Refusal);
        Assert.True((await customer.NextAsync<WatchView>(nameof(ICustomerClient.WatchChanged))).Watching);
        await agent.NextAsync<SessionView>(nameof(IAgentClient.SessionChanged), view => view.State == SessionState.Active);
        return new RunningSession(opened, customer, agent, joined);
    }
}

internal sealed record RunningSession(OpenedSession Opened, HubLink Customer, HubLink Agent, AgentJoined Joined) : IAsyncDisposable
{
    public async ValueTask DisposeAsync()
    {
        await Agent.DisposeAsync();
        await Customer.DisposeAsync();
    }
}
