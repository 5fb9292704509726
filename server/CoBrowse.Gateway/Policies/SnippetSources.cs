namespace CoBrowse.Gateway.Policies;

/// <summary>What the snippet needs of a page's policy, at one gateway address and prefix.</summary>
internal sealed record SnippetSources(string Origin, string Prefix)
{
    /// <summary>Where the loader and its modules come from; the slash at the end covers the paths below.</summary>
    public string Script => $"{Origin}{Prefix}/snippet/";

    /// <summary>The calls of the customer's side: the list of modules, the endpoints, the hub. The gateway has nothing else there.</summary>
    public string Connect => $"{Origin}{Prefix}/";

    /// <summary>The hub's WebSocket. Named on its own: not every browser counts it to 'self'.</summary>
    public string WebSocket => $"ws{Origin["http".Length..]}{Prefix}/hubs/";
}
