import type { ParticipantView } from '@cobrowse/client/protocol';
import type { Seated } from './workspace-state.ts';

/** This agent among those who take part. */
export const ownPlace = ({ session, participantId }: Seated): ParticipantView | undefined =>
  session.Participants.find((each) => each.ParticipantId === participantId);

/** Whether this agent watches as a supervisor, and guides nobody. */
export const supervises = (seat: Seated): boolean => ownPlace(seat)?.Role === 'Supervisor';

/** Who helps, with the customer's consent, may bring in a colleague. */
export function mayAsk(seat: Seated): boolean {
  return seat.consent.type === 'granted' && !supervises(seat);
}
