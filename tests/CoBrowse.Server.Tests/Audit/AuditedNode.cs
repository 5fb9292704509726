using CoBrowse.Cli.Audit;
using CoBrowse.Protocol;
using CoBrowse.Server.Tests.Hosting;
using CoBrowse.Server.Tests.Masking;
using CoBrowse.Server.Tests.Retention;
using CoBrowse.Storage.Sessions;
using CoBrowse.Tests;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace CoBrowse.Server.Tests.Audit;

/// <summary>The database of a node on which one session ran from beginning to end, and another goes on; to be tampered with.</summary>
public sealed class AuditedNode : IAsyncLifetime, IDisposable
{
    private static readonly string[] Triggers = ["stays", "keeps", "follows", "grows", "heads_stay", "heads_keep"];

    private readonly TemporaryFolder folder = new("audit");

    /// <summary>What its audit says, opened.</summary>
    public IReadOnlyList<ReadableEntry> Said { get; private set; } = [];

    /// <summary>The session that is over.</summary>
    public string Ended { get; private set; } = string.Empty;

    public async Task InitializeAsync()
    {
        await using (var node = new TestNode(folder.Path))
        {
            await node.PublishAsync("""{"version":1,"text":"strict","mask":[".name"]}""");
            await node.PublishAsync("""{"version":1,"text":"strict","mask":[".name",".place"]}""");
            var session = await node.RunAsync();
            Ended = session.Opened.SessionId;
            await using var other = await node.ConnectAgentAsync("kim");
            Assert.Equal(Refusal.AlreadyClaimed, (await other.CallAsync<AgentJoined>(AgentHubNames.Claim, session.Opened.SessionId)).Refusal);
            await session.Customer.CallAsync<Ack>(CustomerHubNames.Pause);
            await session.Customer.CallAsync<Ack>(CustomerHubNames.Resume);
            await session.Agent.CallAsync<Ack>(AgentHubNames.EndSession);
            await session.DisposeAsync();
            await node.OpenAsync();
            Said = await node.Services.GetRequiredService<SessionStore>().OpenAuditAsync(Finished.Id(Ended), default);
        }

        SqliteConnection.ClearAllPools();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => folder.Dispose();

    /// <summary>The same, as the database writes it.</summary>
    public string EndedInFile => Guid.Parse(Ended).ToString("D").ToUpperInvariant();

    /// <summary>A copy of the database, without what keeps its audit as it is where <paramref name="open"/>, after <paramref name="sql"/>.</summary>
    public string Copy(string sql, bool open = true)
    {
        var copy = Path.Combine(folder.Path, $"{Guid.NewGuid():N}.db");
        using (var source = new SqliteConnection($"Data Source={Path.Combine(folder.Path, "cobrowse.db")};Pooling=False"))
        using (var target = new SqliteConnection($"Data Source={copy};Pooling=False"))
        {
            source.Open();
            target.Open();
            source.BackupDatabase(target);
        }

        if (open)
        {
            foreach (var table in new[] { "audit", "tenant_audit" })
                Execute(copy, string.Concat(Triggers.Select(trigger => $"DROP TRIGGER {table}_{trigger};")));
        }

        Execute(copy, sql);
        return copy;
    }

    public static (int Code, string Said, string Complaint) Verify(string file, bool json = false)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = AuditVerification.Run(file, json, output, error);
        return (code, output.ToString(), error.ToString());
    }

    private static void Execute(string file, string sql)
    {
        if (sql.Length == 0)
            return;
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
