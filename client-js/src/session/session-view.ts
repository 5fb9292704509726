import type { SeenAgent, View } from '../consent/index.ts';
import type { SessionView } from '../protocol/protocol.gen.ts';

/** What the customer is shown for a session in this state. */
export function viewOf(session: SessionView): View {
  switch (session.State) {
    case 'Created':
      return { type: 'preparing' };
    case 'Waiting':
      return { type: 'waiting', code: session.Code ?? '', joining: false };
    case 'Claimed':
    case 'Consenting':
      return { type: 'waiting', code: session.Code ?? '', joining: true };
    case 'Active':
    case 'Paused':
      return {
        type: 'sharing',
        agents: agentsOf(session),
        paused: session.State === 'Paused',
        words: session.Words,
      };
    case 'Ended':
      return { type: 'ended', reason: session.EndReason ?? 'Expired' };
    default:
      return session.State satisfies never;
  }
}

/** The agents that the customer shares with; one who is still being asked for is none of them. */
export function agentsOf(session: SessionView): SeenAgent[] {
  return session.Participants.filter(
    (participant) =>
      participant.Role !== 'Customer' &&
      (participant.Watching || !participant.Present || session.State === 'Paused'),
  ).map((participant) => ({
    id: participant.ParticipantId,
    name: participant.Name,
    sees: participant.Watching,
    hue: participant.Hue ?? 0,
  }));
}
