namespace CoBrowse.Server.Sessions;

/// <summary>A new session. The token is also the secret to come back with. ExpiresAt is in Unix milliseconds, UTC.</summary>
public sealed record OpenedSession(string SessionId, string Code, string Token, long ExpiresAt);
