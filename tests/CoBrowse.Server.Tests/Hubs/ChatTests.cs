using CoBrowse.Protocol;
using CoBrowse.Server.Tests.Hosting;
using CoBrowse.Sessions;
using CoBrowse.Storage.Sessions;
using Microsoft.Extensions.DependencyInjection;

namespace CoBrowse.Server.Tests.Hubs;

/// <summary>The chat of a session, as browsers see it.</summary>
public sealed class ChatTests
{
    [Fact]
    public async Task What_either_side_writes_reaches_the_other_in_order_and_both_learn_that_it_has()
    {
        await using var node = new TestNode();
        await using var session = await node.RunAsync();
        var first = await SendAsync(session.Agent, "a1", "Hello\r\nthere");
        var second = await SendAsync(session.Customer, "c1", " Good day ");
        Assert.Equal((null, null), (first.Refusal, second.Refusal));
        Assert.True(second.Message!.Number > first.Message!.Number);
        var seen = await NextAsync(session.Customer, first.Message.Number);
        Assert.Equal(("Alex Morgan", "Hello\nthere", session.Joined.ParticipantId), (seen.Name, seen.Text, seen.From));
        seen = await NextAsync(session.Agent, second.Message.Number);
        Assert.Equal(("Good day", null), (seen.Text, seen.From));

        await session.Customer.SendAsync(CustomerHubNames.ReceiveChat, second.Message.Number);
        var arrived = await session.Agent.NextAsync<ChatLog>("Chat", log => log.CustomerHas > 0);
        Assert.Equal((second.Message.Number, 0, 0), (arrived.CustomerHas, arrived.AgentsHave, arrived.Messages.Count));
        await session.Agent.SendAsync(AgentHubNames.ReceiveChat, long.MaxValue);
        Assert.Equal(second.Message.Number, (await session.Customer.NextAsync<ChatLog>("Chat", log => log.AgentsHave > 0)).AgentsHave);
    }

    [Fact]
    public async Task Who_joins_or_comes_back_is_handed_what_was_missed_and_a_repeated_sending_is_written_once()
    {
        await using var node = new TestNode();
        await using var session = await node.RunAsync();
        await SendAsync(session.Agent, "a1", "one");
        var two = await SendAsync(session.Agent, "a2", "two");
        Assert.Equal(two.Message, (await SendAsync(session.Agent, "a2", "two")).Message);
        // The other side's ids are its own.
        Assert.NotEqual(two.Message!.Number, (await SendAsync(session.Customer, "a2", "three")).Message!.Number);

        await using var page = await node.ConnectCustomerAsync(session.Opened.Token);
        await page.JoinAsync("tab-2");
        var log = await page.NextAsync<ChatLog>("Chat");
        Assert.Equal(["one", "two", "three"], log.Messages.Select(message => message.Text));
        Assert.Equal(session.Opened.SessionId, log.SessionId);

        await using var again = await node.ConnectAgentAsync("alex");
        await again.CallAsync<AgentJoined>(AgentHubNames.Rejoin, session.Opened.SessionId);
        Assert.Equal(3, (await again.NextAsync<ChatLog>("Chat")).Messages.Count);
        await using var colleague = await node.ConnectAgentAsync("sam");
        await colleague.CallAsync<AgentJoined>(AgentHubNames.JoinByCode, session.Opened.Code);
        Assert.Equal(Refusal.NotAllowed, (await SendAsync(colleague, "s1", "hello")).Refusal);
        Assert.False(colleague.Has("Chat"));
        Assert.Null((await page.AnswerAsync(granted: true)).Refusal);
        Assert.Equal(3, (await colleague.NextAsync<ChatLog>("Chat")).Messages.Count);
        Assert.Equal(Refusal.Superseded, (await SendAsync(session.Customer, "c9", "from the former tab")).Refusal);
    }

    [Fact]
    public async Task What_is_empty_too_long_or_too_much_is_refused_with_a_reason()
    {
        await using var node = new TestNode();
        await using var session = await node.RunAsync();
        Assert.Equal(Refusal.TooLarge, (await SendAsync(session.Agent, "a", new string('x', ProtocolLimits.ChatTextLength + 1))).Refusal);
        foreach (var (id, text) in new[] { ("a", " \n "), ("", "x"), (new string('i', 65), "x"), ("a", "x\0y"), ("a", "\u202e\u200b") })
            Assert.Equal(Refusal.InvalidRequest, (await SendAsync(session.Agent, id, text)).Refusal);
        Assert.Equal("bank.example/moc.live", (await SendAsync(session.Agent, "bidi", "bank.example/\u202emoc.live\u202c")).Message!.Text);
        var last = new ChatSent(null, null);
        var sent = 0;
        while (last.Refusal is null && sent < 50)
            last = await SendAsync(session.Agent, $"more {++sent}", "again");
        Assert.Equal((Refusal.TooManyAttempts, 6), (last.Refusal, sent));
        // The customer has an allowance of their own.
        Assert.Null((await SendAsync(session.Customer, "c", "hello")).Refusal);
        node.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Null((await SendAsync(session.Agent, "later", "again")).Refusal);
        await session.Agent.SendAsync(AgentHubNames.TypeChat);
        Assert.Equal(session.Joined.ParticipantId, await session.Customer.NextAsync<string>("ChatTyping"));
    }

    [Fact]
    public async Task The_audit_says_who_wrote_and_neither_it_nor_the_log_what()
    {
        await using var node = new TestNode();
        await using var session = await node.RunAsync();
        await SendAsync(session.Agent, "a1", "zqkagentvjwx");
        await SendAsync(session.Customer, "c1", "zqkcustomervjwx");
        await session.Customer.CallAsync<Ack>(CustomerHubNames.End, default(CustomerEnd?));
        var audit = await node.Services.GetRequiredService<SessionStore>()
            .OpenAuditAsync(SessionId.TryParse(session.Opened.SessionId, out var id) ? id : default, default);
        Assert.Equal(["alex", "customer"], audit.Where(entry => entry.Kind == "chat-sent").Select(entry => entry.Actor));
        Assert.DoesNotContain(audit, entry => $"{entry.Actor} {entry.Detail}".Contains("zqk", StringComparison.Ordinal));
        Assert.DoesNotContain(node.Log, line => line.Contains("zqk", StringComparison.Ordinal));
        Assert.Equal(Refusal.NotFound, (await SendAsync(session.Customer, "c2", "too late")).Refusal);
    }

    [Fact]
    public void The_newest_are_kept_and_all_of_them_fit_into_one_message()
    {
        var conversation = new Conversation(default, TimeProvider.System);
        for (var at = 0; at < 250; at++)
            conversation.Add(null, "", $"{at}", $"text {at}", _ => { });
        var kept = conversation.All().Messages;
        Assert.Equal((ProtocolLimits.ChatKept, "text 50", "text 249"), (kept.Count, kept[0].Text, kept[^1].Text));
        Assert.Equal(kept.Select(message => message.Number).Order().Distinct(), kept.Select(message => message.Number));
        for (var at = 0; at < 100; at++)
            conversation.Add("a", "A", $"{at}", new string('x', 1000), _ => { });
        Assert.Equal(32, conversation.All().Messages.Count);
    }

    private static Task<ChatSent> SendAsync(HubLink link, string id, string text) => link.CallAsync<ChatSent>("SendChat", id, text);

    private static async Task<ChatMessage> NextAsync(HubLink link, long number) =>
        (await link.NextAsync<ChatLog>("Chat", log => log.Messages.Any(message => message.Number == number))).Messages.Single();
}
