using CoBrowse.Protocol;

namespace CoBrowse.Storage.Sessions;

/// <summary>An agent's place and the customer's word on it.</summary>
internal sealed class AgentRow
{
    public required Guid Id { get; init; }

    public required Guid SessionId { get; init; }

    public required int Place { get; set; }

    public required string Subject { get; set; }

    public required string Name { get; set; }

    public required string? Title { get; set; }

    public required ParticipantRole Role { get; init; }

    public ConsentColumn Consent { get; set; }

    public Guid? Request { get; set; }

    /// <summary>When an open question closes, or when consent was given.</summary>
    public long? ConsentAt { get; set; }
}
