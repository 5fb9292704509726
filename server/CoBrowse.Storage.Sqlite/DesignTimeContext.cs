using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace CoBrowse.Storage.Sqlite;

/// <summary>For <c>dotnet ef migrations add</c> only.</summary>
internal sealed class DesignTimeContext : IDesignTimeDbContextFactory<CoBrowseContext>
{
    public CoBrowseContext CreateDbContext(string[] args) => new(
        new DbContextOptionsBuilder<CoBrowseContext>()
            .UseSqlite(
                SqliteStorage.ConnectionTo("design-time.db"),
                sqlite => sqlite.MigrationsAssembly(typeof(SqliteStorage).Assembly.GetName().Name))
            .Options);
}
