using CoBrowse.Sessions;
using CoBrowse.Storage.Keys;
using CoBrowse.Storage.Tenants;

namespace CoBrowse.Storage.Retention;

/// <summary>
/// How a tenant's audit tells of an erasure: what for, why, and of which sessions, as in
/// <c>session,audit reference=DSR-17: 0192…</c>. Nothing in it is of a person but the administrator's id.
/// </summary>
internal static class ErasureLine
{
    public const string Kind = "erased";

    /// <summary>The actor of what nobody asked for: its time was over.</summary>
    public const string Retention = "retention";

    private const string Divider = ": ";

    public static TenantAct Write(TenantId tenant, IEnumerable<Purpose> purposes, string actor, string why, IEnumerable<SessionId> sessions) =>
        new(tenant, Kind, actor, $"{string.Join(',', purposes.Select(Name))} {why}{Divider}{string.Join(' ', sessions)}");

    /// <summary>The sessions that this entry says were erased, for whatever purpose.</summary>
    public static IEnumerable<string> ErasedBy(TenantAuditEntry entry) =>
        entry.Kind == Kind && entry.Detail?.Split(Divider) is [_, var sessions] ? sessions.Split(' ') : [];

    /// <summary>The sessions whose audit this entry says was erased.</summary>
    public static IEnumerable<string> AuditsErasedBy(TenantAuditEntry entry) =>
        entry.Detail?.Split(' ')[0].Split(',').Contains(Name(Purpose.Audit)) == true ? ErasedBy(entry) : [];

    private static string Name(Purpose purpose) => purpose.ToString().ToLowerInvariant();
}
