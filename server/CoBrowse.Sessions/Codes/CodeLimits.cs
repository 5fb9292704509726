namespace CoBrowse.Sessions;

/// <summary>
/// How many wrong codes are compared within a window of time. Within a time of n windows that is at most n + 1 times as
/// many, however they are spread.
/// </summary>
public sealed record CodeLimits(int PerAgent, int PerAddress, int PerTenant, TimeSpan Window);
