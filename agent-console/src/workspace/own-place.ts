import type { ParticipantView } from '@cobrowse/client/protocol';
import type { Seated } from './workspace-state.ts';

/** This agent among those who take part. */
export const ownPlace = ({ session, participantId }: Seated): ParticipantView | undefined =>
  session.Participants.find((each) => each.ParticipantId === participantId);

/** Whether this agent watches as a supervisor, and guides nobody. */
export const supervises = (seat: Seated): boolean => ownPlace(seat)?.Role === 'Supervisor';
