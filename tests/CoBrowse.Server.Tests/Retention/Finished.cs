using System.Text;
using CoBrowse.Protocol;
using CoBrowse.Server.Tests.Assets;
using CoBrowse.Server.Tests.Hosting;
using CoBrowse.Sessions;
using CoBrowse.Storage;
using CoBrowse.Storage.Keys;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CoBrowse.Server.Tests.Retention;

/// <summary>Sessions that are over, and what the data folder has of them.</summary>
internal static class Finished
{
    public static readonly byte[] Sheet = "body { color: rebeccapurple }"u8.ToArray();

    /// <summary>A session that Alex saw, with an asset, and that the customer has ended.</summary>
    public static async Task<string> FinishAsync(this TestNode node, Func<string, Task>? meanwhile = null)
    {
        await using var session = await node.RunAsync();
        var id = session.Opened.SessionId;
        await Uploads.PutAsync(node, session.Opened.Token, "session", Sheet);
        if (meanwhile is not null)
            await meanwhile(id);
        Assert.Null((await session.Customer.CallAsync<Ack>(CustomerHubNames.End, default(CustomerEnd?))).Refusal);
        return id;
    }

    /// <summary>Ends a session in which nobody is.</summary>
    public static async Task EndAsync(this TestNode node, string session) => await node.Services.GetRequiredService<SessionDirectory>().Find(Id(session))!
        .ApplyAsync(live => live.End(EndReason.Expired, node.Time), default);

    public static SessionId Id(string session) => SessionId.TryParse(session, out var id) ? id : throw new ArgumentException(session);

    /// <summary>The key as the database has it: whoever finds it can read what it sealed.</summary>
    public static async Task<byte[]> WrappedAsync(this TestNode node, string session, Purpose purpose)
    {
        await using var context = await node.Services.GetRequiredService<IDbContextFactory<CoBrowseContext>>().CreateDbContextAsync();
        return (await context.SessionKeys.AsNoTracking().SingleAsync(key => key.SessionId == Id(session).Value && key.Purpose == purpose)).Wrapped;
    }

    /// <summary>The files of the data folder in whose bytes it stands, wherever in them.</summary>
    public static IReadOnlyList<string> FilesWith(string folder, ReadOnlySpan<byte> bytes)
    {
        var found = new List<string>();
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var content = new byte[stream.Length];
            stream.ReadExactly(content);
            if (content.AsSpan().IndexOf(bytes) >= 0)
                found.Add(Path.GetFileName(file));
        }

        return found;
    }

    public static IReadOnlyList<string> FilesWith(string folder, string text) => FilesWith(folder, Encoding.UTF8.GetBytes(text));

    public static void Execute(string folder, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "cobrowse.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
