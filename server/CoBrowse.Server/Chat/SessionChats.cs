using System.Collections.Concurrent;
using CoBrowse.Protocol;
using CoBrowse.Server.Hubs;
using CoBrowse.Server.Sessions;
using CoBrowse.Sessions;
using Microsoft.AspNetCore.SignalR;

namespace CoBrowse.Server.Chat;

/// <summary>
/// The chats of this node's running sessions, in memory. Each message is first in the audit (that it was sent, and by
/// whom), then in the chat; who joins or comes back is handed what is kept.
/// </summary>
internal sealed class SessionChats(
    IHubContext<CustomerHub, ICustomerClient> customers, IHubContext<AgentHub, IAgentClient> agents, TimeProvider time, ILogger<SessionChats> logger)
{
    private readonly ConcurrentDictionary<SessionId, Conversation> conversations = new();

    public Task<ChatSent> FromCustomerAsync(LiveSession live, ConnectionId connection, string id, string text) => SendAsync(
        live, null, string.Empty, id, text,
        session => session.HasEnded || session.CustomerConnection == connection ? session.CustomerChats() : SessionStep.Refused(session, Refusal.Superseded));

    public Task<ChatSent> FromAgentAsync(LiveSession live, ConnectionId connection, string id, string text)
    {
        var agent = live.Current.AgentOn(connection);
        return agent is null
            ? Task.FromResult(new ChatSent(Refusal.NotFound, null))
            : SendAsync(live, agent.Id.ToString(), agent.Agent.Name, id, text, session => session.AgentChats(connection));
    }

    public void CustomerTypes(Session session, ConnectionId connection)
    {
        if (session.CustomerConnection != connection || session.ChatOfCustomer() is not null)
            return;
        foreach (var agent in session.ChatConnections())
            agents.Clients.Client(agent.Value).ChatTyping(null).Observe(logger);
    }

    public void AgentTypes(Session session, ConnectionId connection)
    {
        if (session.ChatOfAgent(connection) is not null || session.AgentOn(connection) is not { } writer)
            return;
        var name = writer.Id.ToString();
        if (session.CustomerConnection is { Value: var customer })
            customers.Clients.Client(customer).ChatTyping(name).Observe(logger);
        foreach (var other in session.ChatConnections().Except(writer.Connections))
            agents.Clients.Client(other.Value).ChatTyping(name).Observe(logger);
    }

    public void CustomerHas(LiveSession live, ConnectionId connection, long number)
    {
        if (live.Current.CustomerConnection == connection && conversations.TryGetValue(live.Current.Id, out var conversation))
            conversation.Received(byCustomer: true, number, log => Tell(live.Current, log));
    }

    public void AgentHas(LiveSession live, ConnectionId connection, long number)
    {
        if (live.Current.ChatOfAgent(connection) is null && conversations.TryGetValue(live.Current.Id, out var conversation))
            conversation.Received(byCustomer: false, number, log => Tell(live.Current, log));
    }

    /// <summary>Hands what is kept to who came in by this change, and lets go of the chat with its session.</summary>
    public void Changed(SessionChange change)
    {
        var after = change.After;
        if (after.HasEnded)
        {
            conversations.TryRemove(after.Id, out _);
            return;
        }

        if (!conversations.TryGetValue(after.Id, out var conversation) || conversation.IsEmpty)
            return;
        if (after.CustomerConnection is { Value: var customer } now && change.Before.CustomerConnection != now)
            customers.Clients.Client(customer).Chat(conversation.All()).Observe(logger);
        foreach (var newcomer in after.ChatConnections().Except(change.Before.ChatConnections()))
            agents.Clients.Client(newcomer.Value).Chat(conversation.All()).Observe(logger);
    }

    private async Task<ChatSent> SendAsync(
        LiveSession live, string? from, string name, string id, string text, Func<Session, SessionStep> step)
    {
        var (read, mistake) = ChatText.Read(id, text);
        if (read is null)
            return new ChatSent(mistake, null);
        var conversation = conversations.GetOrAdd(live.Current.Id, session => new Conversation(session, time));
        if (conversation.Find(from, id) is { } before)
            return new ChatSent(null, before);
        // Not the caller's token: who hangs up meanwhile has sent it all the same, and asks again under the same id.
        var (refusal, session) = await live.ApplyAsync(
            current =>
            {
                var done = step(current);
                return done.Refusal is null && !conversation.Take(from) ? SessionStep.Refused(current, Refusal.TooManyAttempts) : done;
            },
            CancellationToken.None);
        if (session.HasEnded)
            conversations.TryRemove(session.Id, out _);
        return refusal is null
            ? new ChatSent(null, conversation.Add(from, name, id, read, log => Tell(live.Current, log)))
            : new ChatSent(refusal, null);
    }

    private void Tell(Session session, ChatLog log)
    {
        if (session.CustomerConnection is { Value: var customer })
            customers.Clients.Client(customer).Chat(log).Observe(logger);
        foreach (var agent in session.ChatConnections())
            agents.Clients.Client(agent.Value).Chat(log).Observe(logger);
    }
}
