using CoBrowse.Protocol;

namespace CoBrowse.Sessions;

/// <summary>
/// Whom a waiting customer is kept for, until when, and why: an agent sent a link, invited the customer, or was with
/// them before. Then everybody may take the session.
/// </summary>
public sealed record Reservation(AgentIdentity Agent, ReservationCause Cause, DateTimeOffset Until);
