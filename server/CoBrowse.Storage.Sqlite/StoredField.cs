using System.Globalization;
using Microsoft.Data.Sqlite;

namespace CoBrowse.Storage.Sqlite;

/// <summary>
/// Fields of rows that somebody may have tampered with: what is not of its type becomes what no entry says, and shows as
/// changed.
/// </summary>
internal static class StoredField
{
    public static string? Text(SqliteDataReader reader, int column) =>
        reader.IsDBNull(column) ? null : Convert.ToString(reader.GetValue(column), CultureInfo.InvariantCulture);

    public static DateTimeOffset Time(SqliteDataReader reader, int column) =>
        new(reader.GetValue(column) is long ticks and >= 0 && ticks <= DateTimeOffset.MaxValue.Ticks ? ticks : 0, TimeSpan.Zero);

    public static int Count(SqliteDataReader reader, int column) =>
        reader.GetValue(column) is long number and >= 0 and <= int.MaxValue ? (int)number : 0;
}
