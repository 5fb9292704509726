using CoBrowse.Protocol;
using CoBrowse.Server.Tests.Hosting;
using CoBrowse.Sessions;
using CoBrowse.Storage.Sessions;
using CoBrowse.Tests;
using Microsoft.Extensions.DependencyInjection;

namespace CoBrowse.Server.Tests.Starting;

public sealed class TwoWordsTests
{
    [Fact]
    public async Task Customer_and_every_agent_see_the_same_two_words_which_no_log_has_and_which_outlive_a_restart()
    {
        using var data = new TemporaryFolder("words");
        string words;
        SessionId session;
        await using (var node = new TestNode(data.Path, ("Tenants:demo:WordsLanguage", "de")))
        {
            await using var running = await node.RunAsync();
            session = SessionId.TryParse(running.Opened.SessionId, out var id) ? id : default;
            words = running.Joined.Session!.Words!;
            Assert.All(words.Split(' '), word => Assert.Contains(word, WordList.Of("de")));
            await using var colleague = await node.ConnectAgentAsync("sam");
            var second = await colleague.CallAsync<AgentJoined>(AgentHubNames.JoinByCode, running.Opened.Code);
            Assert.Equal(words, second.Session!.Words);
            Assert.Equal(words, (await running.Customer.JoinAsync("tab-2")).Session!.Words);
            lock (node.Log)
                Assert.DoesNotContain(node.Log, line => line.Contains(words, StringComparison.OrdinalIgnoreCase));
        }

        await using var again = new TestNode(data.Path);
        Assert.Equal(words, (await again.Services.GetRequiredService<SessionStore>().FindAsync(session, default))!.Words!.Shown);
    }
}
