using System.Data.Common;

namespace CoBrowse.Storage;

/// <summary>A table has a row that cannot be read: something else than the node wrote it, or the file is damaged.</summary>
public sealed class UnreadableRowsException(string table, Exception reason)
    : Exception($"A row of the table {table} cannot be read.", reason)
{
    /// <summary>The table.</summary>
    public string Table { get; } = table;

    /// <summary>Reads by <paramref name="read"/>; whatever rows can do wrong there becomes this exception.</summary>
    internal static async Task<T> TellAsync<T>(string table, Func<Task<T>> read)
    {
        try
        {
            return await read();
        }
        catch (Exception error) when (error is InvalidOperationException or InvalidCastException or FormatException or OverflowException or ArgumentException or DbException)
        {
            throw new UnreadableRowsException(table, error);
        }
    }
}
