namespace CoBrowse.Storage.Sessions;

/// <summary>An entry of a session's audit, opened. <paramref name="Erased"/>: who did it, and what with, is erased.</summary>
public sealed record ReadableEntry(int Sequence, DateTimeOffset At, string Kind, string? Actor, string? Detail, bool Erased);
