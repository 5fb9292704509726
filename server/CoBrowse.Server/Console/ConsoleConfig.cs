namespace CoBrowse.Server.Console;

/// <summary>What the console needs to know to sign an agent in, and to say who that is.</summary>
public sealed record ConsoleConfig(string Authority, string ClientId, string Scope, string NameClaim, string TitleClaim);
