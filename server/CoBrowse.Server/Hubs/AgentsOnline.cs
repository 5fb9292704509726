using System.Collections.Concurrent;
using CoBrowse.Sessions;

namespace CoBrowse.Server.Hubs;

/// <summary>Which agents are connected to this node, by which connections.</summary>
internal sealed class AgentsOnline
{
    private readonly ConcurrentDictionary<string, (TenantId Tenant, string Subject)> connections = new(StringComparer.Ordinal);

    public void Connected(string connection, TenantId tenant, string subject) => connections[connection] = (tenant, subject);

    public void Disconnected(string connection) => connections.TryRemove(connection, out _);

    /// <summary>The connections of a tenant's agents, each with whose it is.</summary>
    public IEnumerable<(string Connection, string Subject)> Of(TenantId tenant) =>
        connections.Where(each => each.Value.Tenant == tenant).Select(each => (each.Key, each.Value.Subject));

    /// <summary>The connections of one agent.</summary>
    public IReadOnlyList<string> Of(TenantId tenant, string subject) =>
        [.. connections.Where(each => each.Value == (tenant, subject)).Select(each => each.Key)];

    public bool IsOnline(TenantId tenant, string subject) => connections.Values.Contains((tenant, subject));
}
