namespace CoBrowse.Server.History;

/// <summary>Somebody who had a place in a past session. Self: whoever reads it.</summary>
public sealed record PastAgentView(string Name, bool Supervised, bool Self);
