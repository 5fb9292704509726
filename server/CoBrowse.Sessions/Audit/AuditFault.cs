namespace CoBrowse.Sessions;

/// <summary>
/// Where an audit is not as it was written. <paramref name="Sequence"/> is the entry at which it shows;
/// <paramref name="Session"/> is as the database has it, since that may be what was changed; of a tenant's audit it is
/// <c>tenant</c> and the tenant's id.
/// </summary>
public sealed record AuditFault(string Session, int Sequence, AuditFaultKind Kind, string Message);
