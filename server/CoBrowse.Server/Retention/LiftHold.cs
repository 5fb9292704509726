namespace CoBrowse.Server.Retention;

/// <summary>Why a hold is lifted.</summary>
internal sealed record LiftHold(string? Reason);
