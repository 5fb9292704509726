using System.Collections.Concurrent;

namespace CoBrowse.Server.Hubs;

/// <summary>
/// The desk roles of the agents who are connected now, as their tokens say: a connection ends with its token, so these
/// are never older.
/// </summary>
internal sealed class DeskRoles
{
    private readonly ConcurrentDictionary<string, IReadOnlyList<string>> connections = new(StringComparer.Ordinal);

    /// <summary>The roles of whoever is on this connection; none once it is gone.</summary>
    public IReadOnlyList<string> Of(string connection) => connections.GetValueOrDefault(connection) ?? [];

    public void Connected(string connection, IReadOnlyList<string> roles) => connections[connection] = roles;

    public void Disconnected(string connection) => connections.TryRemove(connection, out _);
}
