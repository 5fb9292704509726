using System.Text.Json;
using System.Text.Json.Serialization;
using CoBrowse.Protocol;
using CoBrowse.Sessions;

namespace CoBrowse.Storage.Sessions;

/// <summary>What a session has beside its columns, as JSON under one seal: a new particular needs no new column.</summary>
internal sealed record SessionParticulars
{
    private static readonly JsonSerializerOptions Json = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    public string[]? Words { get; init; }

    public string? Customer { get; init; }

    public Keeping? KeptFor { get; init; }

    public static SessionParticulars Of(Session session) => new()
    {
        Words = session.Words is { } words ? [words.First, words.Second] : null,
        Customer = session.Verified?.Reference,
        KeptFor = session.Reserved is { Agent: var agent } kept
            ? new Keeping(agent.Subject, agent.Name, agent.Title, agent.Role, kept.Cause, kept.Until.UtcTicks)
            : null,
    };

    public static SessionParticulars Read(string? json) =>
        json is null ? new SessionParticulars() : JsonSerializer.Deserialize<SessionParticulars>(json, Json) ?? new SessionParticulars();

    public string ToJson() => JsonSerializer.Serialize(this, Json);

    public Session Complete(Session session) => session with
    {
        Words = Words is [var first, var second] ? new TwoWords(first, second) : null,
        Verified = Customer is null ? null : new VerifiedCustomer(Customer),
        Reserved = KeptFor is { } kept
            ? new Reservation(
                new AgentIdentity(kept.Subject, kept.Name, kept.Title, kept.Role), kept.Cause, new DateTimeOffset(kept.Until, TimeSpan.Zero))
            : null,
    };

    internal sealed record Keeping(string Subject, string Name, string? Title, ParticipantRole Role, ReservationCause Cause, long Until);
}
