using CoBrowse.Sessions;
using CoBrowse.Storage.Keys;

namespace CoBrowse.Storage.Sessions;

/// <summary>The places that texts are sealed for. They are in what was sealed: never change them.</summary>
internal static class SealedPlace
{
    public const string Topic = "topic";
    public const string Code = "code";
    public const string Particulars = "particulars";

    public static string Subject(Guid agent) => $"agent {agent:N} subject";

    public static string Name(Guid agent) => $"agent {agent:N} name";

    public static string Title(Guid agent) => $"agent {agent:N} title";

    public static string Hold(Guid hold) => $"hold {hold:N}";

    public static AuditEntry Seal(AuditEntry entry, TextSeal seal) => entry with
    {
        Actor = entry.Actor == AuditChain.Customer ? entry.Actor : seal.Seal(entry.Actor, Actor(entry)),
        Detail = seal.Seal(entry.Detail, Detail(entry)),
    };

    public static ReadableEntry Open(AuditEntry entry, TextSeal seal) => new(
        entry.Sequence, entry.At, entry.Kind, seal.Open(entry.Actor, Actor(entry)), seal.Open(entry.Detail, Detail(entry)),
        seal.Erased && (TextSeal.IsSealed(entry.Actor) || TextSeal.IsSealed(entry.Detail)));

    private static string Actor(AuditEntry entry) => $"audit {entry.Sequence} actor";

    private static string Detail(AuditEntry entry) => $"audit {entry.Sequence} detail";
}
