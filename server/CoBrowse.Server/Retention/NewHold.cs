namespace CoBrowse.Server.Retention;

/// <summary>What an administrator sends to hold a session.</summary>
internal sealed record NewHold(string? SessionId, string? Reason);
