using System.Text.Json;
using CoBrowse.Storage.Masking;

namespace CoBrowse.Server.Masking;

/// <summary>A version of the policy. Times are Unix milliseconds, UTC; without its document in lists.</summary>
internal sealed record PolicyVersionView(
    int Version, string Hash, string Source, string Author, long At, string? Approver, string? Note, bool Trusted, JsonElement? Document)
{
    public static PolicyVersionView Of(StoredPolicy version, bool trusted, bool withDocument = false) => new(
        version.Number, version.Hash, version.Source, version.Author, version.At.ToUnixTimeMilliseconds(), version.Approver, version.Note,
        trusted, withDocument && trusted ? JsonElement.Parse(version.Document.Span) : null);
}
