import { Button } from '@mantine/core';
import { useNow } from '../clock/use-now.ts';
import { useWords } from '../words/language-context.tsx';
import { useWorkspace } from '../workspace/workspace-context.tsx';
import type { Seated } from '../workspace/workspace-state.ts';
import styles from './people.module.css';

/** Colleagues whom the agents of this session have asked, until they answer; a handover, until the customer does. */
export function SentInvitations({ seat }: { readonly seat: Seated }) {
  const workspace = useWorkspace();
  const { sent } = useWords().people;
  const now = useNow(500);
  const { Invitations: invitations, Participants } = seat.session;
  const self = Participants.find(({ ParticipantId }) => ParticipantId === seat.participantId)?.Name;
  if (invitations.length === 0) return null;
  return (
    <ul className={styles['sent']} aria-label={sent.label}>
      {invitations.map(({ InvitationId: id, Kind, FromName, ToName, ExpiresIn, Accepted }) => (
        <li key={id}>
          <span className={styles['waiting']} aria-hidden="true" />
          <span role="status">{Accepted ? sent.accepted(ToName) : sent[Kind](ToName)}</span>
          {!Accepted && (
            <span className={`${styles['detail']} numbers`} role="timer" aria-live="off">
              {sent.left(Math.max(0, Math.ceil((seat.toldAt + ExpiresIn * 1000 - now) / 1000)))}
            </span>
          )}
          {FromName === self && (
            <Button size="compact-xs" variant="default" onClick={() => void workspace.takeBack(id)}>
              {sent.takeBack}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
