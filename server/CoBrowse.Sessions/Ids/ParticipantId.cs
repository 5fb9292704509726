namespace CoBrowse.Sessions;

/// <summary>An agent's place in one session. A UUIDv7; 32 hex digits as text.</summary>
public readonly record struct ParticipantId(Guid Value)
{
    /// <summary>A new id that sorts after those before it.</summary>
    public static ParticipantId Create(TimeProvider time) => new(Guid.CreateVersion7(time.GetUtcNow()));

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    public static bool TryParse(string? text, out ParticipantId id)
    {
        var ok = Guid.TryParseExact(text, "N", out var value);
        id = new ParticipantId(value);
        return ok;
    }

    /// <inheritdoc/>
    public override string ToString() => Value.ToString("N");
}
