import { Button, Kbd } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useEffect, useRef } from 'react';
import { useAttention } from '../attention/use-attention.ts';
import { useNow } from '../clock/use-now.ts';
import { originWords } from '../queue/origin-words.ts';
import { useWords } from '../words/language-context.tsx';
import { useWorkspace, useWorkspaceState } from '../workspace/workspace-context.tsx';
import type { OpenInvitation } from '../workspace/workspace-state.ts';
import styles from './people.module.css';

const mostShown = 3;

/** Colleagues who ask for this agent, above whatever shows, and what became of those whom the agent has asked. */
export function InvitationCards() {
  const workspace = useWorkspace();
  const { desk, seat, answered } = useWorkspaceState();
  const { got, answered: outcomes } = useWords().people;
  const attract = useAttention();
  const seen = useRef(new Set<string>());
  const open = desk?.invitations ?? [];

  useEffect(() => {
    for (const { InvitationId: id, Kind, FromName, Topic } of open) {
      if (seen.current.has(id)) continue;
      seen.current.add(id);
      attract({ title: got[Kind](FromName), body: Topic ?? got.noTopic, tag: id });
    }
  }, [open, attract, got]);
  useEffect(() => {
    if (answered)
      notifications.show({
        id: answered.id,
        message: outcomes[answered.outcome](answered.name),
        color: answered.outcome === 'Accepted' ? 'good' : 'fair',
      });
  }, [answered, outcomes]);

  if (open.length === 0) return null;
  return (
    <section className={styles['cards']} aria-label={got.label}>
      {open.slice(0, mostShown).map((invitation, index) => (
        <Card
          key={invitation.InvitationId}
          invitation={invitation}
          first={index === 0}
          seated={seat.type === 'seated' || seat.type === 'taking'}
          onAccept={() => void workspace.accept(invitation.SessionId, invitation.InvitationId)}
          onDecline={() => void workspace.decline(invitation.SessionId, invitation.InvitationId)}
        />
      ))}
    </section>
  );
}

interface CardProps {
  readonly invitation: OpenInvitation;
  /** Answered by a key. */
  readonly first: boolean;
  readonly seated: boolean;
  readonly onAccept: () => void;
  readonly onDecline: () => void;
}

function Card({ invitation, first, seated, onAccept, onDecline }: CardProps) {
  const { got, sent } = useWords().people;
  const now = useNow(500);
  const left = Math.max(0, Math.ceil((invitation.until - now) / 1000));
  const { Kind, FromName, Topic, Origin, Note } = invitation;
  return (
    <article className={styles['invitation']} aria-label={got[Kind](FromName)}>
      <div role="alert">
        <h2>
          <bdi>{got[Kind](FromName)}</bdi>
        </h2>
        <p className={styles['about']}>
          {Topic ?? got.noTopic} · {originWords(Origin)}
        </p>
        {Note && <blockquote>{Note}</blockquote>}
      </div>
      {seated && <p className={styles['empty']}>{got.leaveFirst}</p>}
      <div className={styles['answers']}>
        <span className={`${styles['detail']} numbers`} role="timer" aria-live="off">
          {sent.left(left)}
        </span>
        <Button
          size="compact-md"
          variant="default"
          onClick={onDecline}
          rightSection={first && <Kbd size="xs">N</Kbd>}
        >
          {got.decline}
        </Button>
        <Button
          size="compact-md"
          disabled={seated || left === 0}
          onClick={onAccept}
          rightSection={first && <Kbd size="xs">Y</Kbd>}
        >
          {got.accept}
        </Button>
      </div>
    </article>
  );
}
