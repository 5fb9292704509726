namespace CoBrowse.Server.Console;

/// <summary>What the console needs to know to sign an agent in.</summary>
public sealed record ConsoleConfig(string Authority, string ClientId, string Scope);
