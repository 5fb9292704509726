using CoBrowse.Storage.Sessions;

namespace CoBrowse.Server.Retention;

/// <summary>One line of a session's audit. At is in Unix milliseconds, UTC. Erased: actor and detail are for ever unknown.</summary>
internal sealed record SessionAuditLine(int Sequence, long At, string Kind, string? Actor, string? Detail, bool Erased)
{
    public static SessionAuditLine Of(ReadableEntry entry) =>
        new(entry.Sequence, entry.At.ToUnixTimeMilliseconds(), entry.Kind, entry.Actor, entry.Detail, entry.Erased);
}
