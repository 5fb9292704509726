using System.Text.Json;
using System.Text.Json.Serialization;
using CoBrowse.Sessions;

namespace CoBrowse.Storage.Sessions;

/// <summary>What a session has beside its columns, as JSON under one seal: a new particular needs no new column.</summary>
internal sealed record SessionParticulars
{
    private static readonly JsonSerializerOptions Json = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    public string[]? Words { get; init; }

    public static SessionParticulars Of(Session session) => new()
    {
        Words = session.Words is { } words ? [words.First, words.Second] : null,
    };

    public static SessionParticulars Read(string? json) =>
        json is null ? new SessionParticulars() : JsonSerializer.Deserialize<SessionParticulars>(json, Json) ?? new SessionParticulars();

    public string ToJson() => JsonSerializer.Serialize(this, Json);

    public Session Complete(Session session) => session with
    {
        Words = Words is [var first, var second] ? new TwoWords(first, second) : null,
    };
}
