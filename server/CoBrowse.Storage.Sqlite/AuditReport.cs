using CoBrowse.Sessions;

namespace CoBrowse.Storage.Sqlite;

/// <summary>
/// What a look at the audit of a database found: its faults, how many entries, sessions and tenants there are, and the
/// sessions of which the audit stands, while whom and what it names is erased.
/// </summary>
public sealed record AuditReport(IReadOnlyList<AuditFault> Faults, int Entries, int Sessions, int Tenants, IReadOnlyList<string> Erased);
