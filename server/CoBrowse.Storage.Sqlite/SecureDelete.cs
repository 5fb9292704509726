using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CoBrowse.Storage.Sqlite;

/// <summary>
/// Has SQLite overwrite what it frees or moves elsewhere. Else a key that was erased in its place may still stand where it
/// was before a table's first page became two. The setting is the connection's, and not kept in the file.
/// </summary>
internal sealed class SecureDelete : DbConnectionInterceptor
{
    private const string Sql = "PRAGMA secure_delete=ON;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Sql;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Sql;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
