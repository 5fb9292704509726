using System.Collections.Immutable;

namespace CoBrowse.Sessions;

/// <summary>One change of a session, for those who tell the browsers.</summary>
public sealed record SessionChange(Session Before, Session After, ImmutableArray<SessionEvent> Events);
