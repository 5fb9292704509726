namespace CoBrowse.Server.Retention;

/// <summary>
/// What is kept for one purpose. Times are in Unix milliseconds, UTC. <see cref="Until"/>: when it is due, unless it is
/// held; null while the session runs.
/// </summary>
internal sealed record KeptView(string Purpose, long? Until, long? ErasedAt);
