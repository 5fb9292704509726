using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CoBrowse.Storage.Sqlite;

/// <summary>The default database: one file in the data folder.</summary>
public static class SqliteStorage
{
    // The file's user_version from the time on when sessions are sealed.
    private const int SealedVersion = 1;

    /// <summary>Registers the context on <paramref name="file"/>.</summary>
    public static IServiceCollection AddSqliteStorage(this IServiceCollection services, Func<IServiceProvider, string> file) =>
        services.AddDbContextFactory<CoBrowseContext>((provider, options) => options
            .UseSqlite(ConnectionTo(file(provider)), sqlite => sqlite.MigrationsAssembly(typeof(SqliteStorage).Assembly.GetName().Name))
            .AddInterceptors(new SecureDelete()));

    /// <summary>Brings the database to this version. Write-ahead logging lets readers go on while one writes.</summary>
    public static async Task MigrateAsync(IDbContextFactory<CoBrowseContext> contexts, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await context.Database.MigrateAsync(cancellationToken);
        await context.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL;", cancellationToken);
        // Not in a migration: one that rebuilds the table would lose them.
        await context.Database.ExecuteSqlRawAsync(AppendOnlyAudit.Sql, cancellationToken);
        await context.Database.ExecuteSqlRawAsync(LastingRows.Sql, cancellationToken);
    }

    /// <summary>
    /// Writes the file anew, once, so that nothing is left between its rows of what an earlier version wrote in plain,
    /// nor of the keys that it removed.
    /// </summary>
    public static async Task ForgetPlainAsync(IDbContextFactory<CoBrowseContext> contexts, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var version = await context.Database.SqlQueryRaw<long>("SELECT user_version AS Value FROM pragma_user_version").SingleAsync(cancellationToken);
        if (version >= SealedVersion)
            return;
        await context.Database.ExecuteSqlRawAsync("VACUUM;", cancellationToken);
        await context.Database.ExecuteSqlRawAsync($"PRAGMA user_version={SealedVersion};", cancellationToken);
        await ForgetErasedAsync(contexts, cancellationToken);
    }

    /// <summary>
    /// Takes out of the write-ahead log what was there before it was overwritten. False: somebody was reading an earlier
    /// state; to be tried again.
    /// </summary>
    public static async Task<bool> ForgetErasedAsync(IDbContextFactory<CoBrowseContext> contexts, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await context.Database.OpenConnectionAsync(cancellationToken);
        await using var command = context.Database.GetDbConnection().CreateCommand();
        command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE);";
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) && reader.GetInt32(0) == 0;
    }

    internal static string ConnectionTo(string file) => new SqliteConnectionStringBuilder
    {
        DataSource = file,
        ForeignKeys = true,
        DefaultTimeout = 30,
    }.ToString();
}
