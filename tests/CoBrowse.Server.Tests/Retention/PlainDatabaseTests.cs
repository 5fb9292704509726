using CoBrowse.Protocol;
using CoBrowse.Server.Tests.Hosting;
using CoBrowse.Sessions;
using CoBrowse.Storage;
using CoBrowse.Storage.Sessions;
using CoBrowse.Storage.Sqlite;
using CoBrowse.Tests;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using static CoBrowse.Server.Tests.Retention.Finished;

namespace CoBrowse.Server.Tests.Retention;

public sealed class PlainDatabaseTests
{
    private static readonly Guid Over = Guid.Parse("0192aaaa-0000-7000-8000-000000000001");
    private static readonly Guid Waits = Guid.Parse("0192aaaa-0000-7000-8000-000000000002");

    [Fact]
    public async Task What_an_earlier_version_wrote_in_plain_is_sealed_readable_and_then_erasable()
    {
        using var data = new TemporaryFolder("plain");
        await WriteEarlierAsync(data.Path);
        Assert.All(["canary-topic", "canary-key"], canary => Assert.NotEmpty(FilesWith(data.Path, canary)));
        await using var node = new TestNode(data.Path);
        Assert.All(["canary-topic", "canary-name", "canary-title", "246810", "canary-key"], canary => Assert.Empty(FilesWith(data.Path, canary)));

        var store = node.Services.GetRequiredService<SessionStore>();
        var over = (await store.FindAsync(new SessionId(Over), default))!;
        Assert.Equal(("canary-topic", "canary-name", "canary-title"), (over.Topic, over.Agents[0].Agent.Name, over.Agents[0].Agent.Title));
        // The one that waits goes on, and its audit is sealed from here on.
        await using var agent = await node.ConnectAgentAsync("alex");
        Assert.Equal("canary-topic 2", Assert.Single(await agent.CallAsync<IReadOnlyList<QueueEntry>>(AgentHubNames.GetQueue)).Topic);
        Assert.Null((await agent.CallAsync<AgentJoined>(AgentHubNames.JoinByCode, "135790")).Refusal);
        Assert.True(AuditChain.Holds(await store.ReadAuditAsync(new SessionId(Waits), default)));
        Assert.Equal("agent-joined alex", (await store.OpenAuditAsync(new SessionId(Waits), default)).Select(entry => $"{entry.Kind} {entry.Actor}").Last());

        // Entries of before stay as they are: the chain is over what they say.
        var desk = new RetentionDesk(node);
        await desk.EraseAsync(new SessionId(Over).ToString());
        Assert.Null(await store.FindAsync(new SessionId(Over), default));
        Assert.Equal("assets,session", await desk.ErasedAsync(new SessionId(Over).ToString()));
        Assert.Equal(2, (await desk.GetAsync($"/sessions/{new SessionId(Over)}")).GetProperty("plainEntries").GetInt32());
        Assert.Empty(AuditFile.Check(Path.Combine(data.Path, "cobrowse.db")).Faults);
    }

    // As the version before wrote it.
    private static async Task WriteEarlierAsync(string folder)
    {
        var services = new ServiceCollection().AddSqliteStorage(_ => Path.Combine(folder, "cobrowse.db")).BuildServiceProvider();
        await using (var context = await services.GetRequiredService<IDbContextFactory<CoBrowseContext>>().CreateDbContextAsync())
            await context.GetService<IMigrator>().MigrateAsync("20261122161000_Masking");
        var now = DateTimeOffset.UtcNow;
        Insert(folder, Over, "canary-topic", "246810", now, ended: true);
        Insert(folder, Waits, "canary-topic 2", "135790", now, ended: false);
        Execute(folder, $"""
            INSERT INTO agents VALUES ('{Guid.NewGuid().ToString().ToUpperInvariant()}', '{Over.ToString().ToUpperInvariant()}', 0, 'canary-subject', 'canary-name', 'canary-title', 0, 0, NULL, NULL);
            INSERT INTO session_keys VALUES ('{Over.ToString().ToUpperInvariant()}', zeroblob(60));
            -- It removed keys, and left them in the file.
            WITH RECURSIVE count(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM count WHERE n < 3000)
                INSERT INTO session_keys SELECT 'session ' || n, 'canary-key that is as long as a wrapped one really is, sixty' FROM count;
            DELETE FROM session_keys WHERE Wrapped LIKE 'canary-key%';
            """);
        SqliteConnection.ClearAllPools();
    }

    private static void Insert(string folder, Guid id, string topic, string code, DateTimeOffset at, bool ended)
    {
        var key = id.ToString().ToUpperInvariant();
        Execute(folder, $"""
            INSERT INTO sessions VALUES (
                '{key}', 'demo', 'http://localhost:5999', '{topic}', '{code}', {at.UtcTicks}, {at.AddHours(8).UtcTicks}, 0,
                {(int)(ended ? SessionState.Ended : SessionState.Waiting)}, {at.UtcTicks}, {(ended ? "1" : "NULL")}, {(ended ? $"{at.UtcTicks}" : "NULL")});
            """);
        SessionEvent[] events = ended
            ? [new SessionEvent.Created(), new SessionEvent.AttemptRefused("canary-subject", "Claim", Refusal.WrongState), new SessionEvent.Ended(EndReason.Expired)]
            : [new SessionEvent.Created(), new SessionEvent.Queued()];
        foreach (var entry in AuditChain.Append(null, new SessionId(id), events, at))
        {
            Execute(folder, $"""
                INSERT INTO audit VALUES (
                    '{key}', {entry.Sequence}, {entry.At.UtcTicks}, '{entry.Kind}', {Text(entry.Actor)}, {Text(entry.Detail)}, '{entry.Previous}', '{entry.Hash}');
                """);
        }
    }

    private static string Text(string? text) => text is null ? "NULL" : $"'{text}'";
}
