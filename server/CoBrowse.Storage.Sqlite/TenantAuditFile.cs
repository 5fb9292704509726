using System.Globalization;
using CoBrowse.Sessions;
using CoBrowse.Storage.Retention;
using Microsoft.Data.Sqlite;

namespace CoBrowse.Storage.Sqlite;

/// <summary>Checks the audit of tenants in a database file: the chain itself, and that it tells of every version of a policy.</summary>
internal static class TenantAuditFile
{
    /// <summary>
    /// All faults of all tenants, how many entries and tenants were looked at, and the sessions of which an entry says that
    /// their audit was erased.
    /// </summary>
    public static (IReadOnlyList<AuditFault> Faults, int Entries, int Tenants, IReadOnlySet<string> Erased) Check(SqliteConnection connection)
    {
        // A database of before had no administrators.
        if (!Has(connection, "tenant_audit") || !Has(connection, "policy_versions"))
            return ([], 0, 0, new HashSet<string>());
        var heads = Heads(connection);
        var chains = Chains(connection);
        var versions = Versions(connection);
        var holding = LegalHoldFile.Holding(connection);
        var faults = new List<AuditFault>();
        foreach (var tenant in chains.Keys.Union(heads.Keys).Union(versions.Keys).Order(StringComparer.Ordinal))
        {
            var entries = chains.GetValueOrDefault(tenant, []);
            var name = $"tenant {tenant}";
            faults.AddRange(AuditCheck.Of(name, [.. entries.Select(AuditLink.Of)], heads.TryGetValue(tenant, out var head) ? head : null));
            faults.AddRange(Contradictions(name, entries, versions.GetValueOrDefault(tenant, [])));
            faults.AddRange(LegalHoldFile.Contradictions(name, entries, holding));
        }

        var erased = chains.Values.SelectMany(entries => entries).SelectMany(ErasureLine.AuditsErasedBy).ToHashSet(StringComparer.Ordinal);
        return (faults, chains.Values.Sum(entries => entries.Count), chains.Count, erased);
    }

    private static IEnumerable<AuditFault> Contradictions(
        string tenant, List<TenantAuditEntry> entries, Dictionary<int, string> versions)
    {
        var told = new HashSet<int>();
        foreach (var entry in entries.Where(entry => entry.Kind == TenantAuditEntry.PolicyPublished))
        {
            if (entry.Published() is not { } published)
                continue;
            told.Add(published.Number);
            if (!versions.TryGetValue(published.Number, out var hash))
                yield return new AuditFault(tenant, entry.Sequence, AuditFaultKind.Contradicts, $"Version {published.Number} of the policy was published here, and is missing.");
            else if (hash != published.Hash)
                yield return new AuditFault(tenant, entry.Sequence, AuditFaultKind.Contradicts, $"Version {published.Number} of the policy is another than the one that was published here.");
        }

        var last = entries.Count == 0 ? 0 : entries[^1].Sequence;
        foreach (var number in versions.Keys.Where(number => !told.Contains(number)).Order())
            yield return new AuditFault(tenant, last, AuditFaultKind.Contradicts, $"Nobody published version {number} of the policy.");
    }

    private static Dictionary<string, List<TenantAuditEntry>> Chains(SqliteConnection connection)
    {
        var chains = new Dictionary<string, List<TenantAuditEntry>>(StringComparer.Ordinal);
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT Tenant, Sequence, At, Kind, Actor, Detail, Previous, Hash FROM tenant_audit ORDER BY Tenant, Sequence";
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            var tenant = StoredField.Text(reader, 0) ?? string.Empty;
            if (!chains.TryGetValue(tenant, out var entries))
                chains[tenant] = entries = [];
            entries.Add(new TenantAuditEntry(
                new TenantId(tenant),
                StoredField.Count(reader, 1),
                StoredField.Time(reader, 2),
                StoredField.Text(reader, 3) ?? string.Empty,
                StoredField.Text(reader, 4) ?? string.Empty,
                StoredField.Text(reader, 5),
                StoredField.Text(reader, 6) ?? string.Empty,
                StoredField.Text(reader, 7) ?? string.Empty));
        }

        return chains;
    }

    private static Dictionary<string, (int Sequence, string Hash)> Heads(SqliteConnection connection)
    {
        var heads = new Dictionary<string, (int Sequence, string Hash)>(StringComparer.Ordinal);
        // A database of before has none.
        if (!Has(connection, "tenant_audit_heads"))
            return heads;
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT Tenant, Sequence, Hash FROM tenant_audit_heads";
        using var reader = command.ExecuteReader();
        while (reader.Read())
            heads[StoredField.Text(reader, 0) ?? string.Empty] = (StoredField.Count(reader, 1), StoredField.Text(reader, 2) ?? string.Empty);
        return heads;
    }

    private static Dictionary<string, Dictionary<int, string>> Versions(SqliteConnection connection)
    {
        var versions = new Dictionary<string, Dictionary<int, string>>(StringComparer.Ordinal);
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT Tenant, Number, Hash FROM policy_versions";
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            var tenant = StoredField.Text(reader, 0) ?? string.Empty;
            if (!versions.TryGetValue(tenant, out var numbers))
                versions[tenant] = numbers = [];
            numbers[StoredField.Count(reader, 1)] = StoredField.Text(reader, 2) ?? string.Empty;
        }

        return versions;
    }

    private static bool Has(SqliteConnection connection, string table)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT COUNT(*) FROM sqlite_master WHERE type = 'table' AND name = $name";
        command.Parameters.AddWithValue("$name", table);
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture) == 1;
    }
}
