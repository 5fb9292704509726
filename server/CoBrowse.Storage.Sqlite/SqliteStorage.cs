using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CoBrowse.Storage.Sqlite;

/// <summary>The default database: one file in the data folder.</summary>
public static class SqliteStorage
{
    /// <summary>Registers the context on <paramref name="file"/>.</summary>
    public static IServiceCollection AddSqliteStorage(this IServiceCollection services, Func<IServiceProvider, string> file) =>
        services.AddDbContextFactory<CoBrowseContext>((provider, options) => options.UseSqlite(
            ConnectionTo(file(provider)),
            sqlite => sqlite.MigrationsAssembly(typeof(SqliteStorage).Assembly.GetName().Name)));

    /// <summary>Brings the database to this version. Write-ahead logging lets readers go on while one writes.</summary>
    public static async Task MigrateAsync(IDbContextFactory<CoBrowseContext> contexts, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await context.Database.MigrateAsync(cancellationToken);
        await context.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL;", cancellationToken);
        // Not in a migration: one that rebuilds the table would lose them.
        await context.Database.ExecuteSqlRawAsync(AppendOnlyAudit.Sql, cancellationToken);
    }

    internal static string ConnectionTo(string file) => new SqliteConnectionStringBuilder
    {
        DataSource = file,
        ForeignKeys = true,
        DefaultTimeout = 30,
    }.ToString();
}
