using CoBrowse.Storage.Tenants;

namespace CoBrowse.Server.Snippet;

/// <summary>What an administrator has set, and what holds with the operator's configuration.</summary>
internal sealed record SnippetSwitchView(SnippetSwitch Set, SnippetSwitch Holds);
