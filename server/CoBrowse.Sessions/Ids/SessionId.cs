namespace CoBrowse.Sessions;

/// <summary>A session, time-ordered. A UUIDv7; 32 hex digits as text.</summary>
public readonly record struct SessionId(Guid Value)
{
    /// <summary>A new id that sorts after those before it.</summary>
    public static SessionId Create(TimeProvider time) => new(Guid.CreateVersion7(time.GetUtcNow()));

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    public static bool TryParse(string? text, out SessionId id)
    {
        var ok = Guid.TryParseExact(text, "N", out var value);
        id = new SessionId(value);
        return ok;
    }

    /// <inheritdoc/>
    public override string ToString() => Value.ToString("N");
}
