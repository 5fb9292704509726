import type { AgentJoined } from '@cobrowse/client/protocol';
import type { Seated } from './workspace-state.ts';

/** The seat that a node's answer gives, or undefined where it gives none. */
export function seatOf(answer: AgentJoined, now: number, before?: Seated): Seated | undefined {
  const { Session: session, ParticipantId: participantId } = answer;
  if (answer.Refusal !== null || !session || !participantId || session.State === 'Ended') return undefined;
  const asking =
    answer.ConsentExpiresIn !== null && answer.ConsentExpiresIn !== undefined
      ? answer.ConsentExpiresIn
      : undefined;
  const undecided = session.State === 'Claimed' || session.State === 'Consenting';
  return {
    type: 'seated',
    session,
    participantId,
    consent:
      asking !== undefined
        ? { type: 'asking', until: now + asking * 1000 }
        : undecided
          ? { type: 'asking', until: undefined }
          : { type: 'granted' },
    assets: answer.Assets ?? before?.assets,
    picture: before?.picture ?? { type: 'awaited' },
    controlNote: before?.controlNote,
    labels: answer.Labels,
    joined: true,
    since: before?.since ?? now,
    toldAt: now,
  };
}
