namespace CoBrowse.Sessions;

/// <summary>One invitation of a colleague. A UUIDv7; 32 hex digits as text.</summary>
public readonly record struct InvitationId(Guid Value)
{
    /// <summary>A new id that sorts after those before it.</summary>
    public static InvitationId Create(TimeProvider time) => new(Guid.CreateVersion7(time.GetUtcNow()));

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    public static bool TryParse(string? text, out InvitationId id)
    {
        var ok = Guid.TryParseExact(text, "N", out var value);
        id = new InvitationId(value);
        return ok;
    }

    /// <inheritdoc/>
    public override string ToString() => Value.ToString("N");
}
