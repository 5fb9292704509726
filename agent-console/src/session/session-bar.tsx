import { ActionIcon, Button, CopyButton, Tooltip, UnstyledButton } from '@mantine/core';
import { IconCheck, IconCopy, IconDoorExit, IconRefresh, IconUserPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { clockDuration } from '../clock/duration.ts';
import { useNow } from '../clock/use-now.ts';
import { QualityBadge } from '../connection/quality-badge.tsx';
import type { Quality } from '../connection/round-trip.ts';
import { originWords } from '../queue/origin-words.ts';
import { groupedCode } from '../queue/spoken-code.ts';
import { useWords } from '../words/language-context.tsx';
import { supervises } from '../workspace/own-place.ts';
import type { Seated } from '../workspace/workspace-state.ts';
import { ParticipantList } from './participant-list.tsx';
import styles from './session-bar.module.css';
import { conditionTone, type SessionCondition } from './session-condition.ts';
import { TwoWords } from './two-words.tsx';

interface SessionBarProps {
  readonly seat: Seated;
  readonly condition: SessionCondition;
  readonly quality: Quality;
  readonly chat: ReactNode;
  /** Asks a colleague; missing for who only watches, or may not see yet. */
  readonly onAsk: (() => void) | undefined;
  readonly onRefresh: () => void;
  readonly onLeave: () => void;
  readonly onEnd: () => void;
}

/** Who, how long, how well, and the ways out. */
export function SessionBar({
  seat,
  condition,
  quality,
  chat,
  onAsk,
  onRefresh,
  onLeave,
  onEnd,
}: SessionBarProps) {
  const { session } = seat;
  const { session: words, starting, people } = useWords();
  const { verified } = starting;
  const { picker } = people;
  const supervising = supervises(seat);
  const cut = condition.type === 'cut' || condition.type === 'returning';
  return (
    <section className={styles['bar']} aria-label={words.label}>
      <div className={styles['subject']}>
        <h1 title={session.Topic ?? undefined}>{session.Topic ?? originWords(session.Origin)}</h1>
        <span title={session.Origin}>{session.Topic ? originWords(session.Origin) : words.noTopic}</span>
        <span data-verified={session.VerifiedAs !== null || undefined}>
          {session.VerifiedAs ? verified.byBank(session.VerifiedAs) : verified.nobody}
        </span>
      </div>
      <span className={styles['condition']} data-tone={conditionTone(condition)} role="status">
        <span className={styles['dot']} aria-hidden="true" />
        {words.conditions[condition.type]}
      </span>
      <div className={styles['facts']}>
        {session.Words && <TwoWords words={session.Words} />}
        <ParticipantList session={session} self={seat.participantId} />
        <QualityBadge quality={quality} />
        <Elapsed since={seat.since} />
        {session.Code && <CodeChip code={session.Code} />}
      </div>
      <div className={styles['actions']}>
        {chat}
        {onAsk && (
          <Tooltip label={picker.open}>
            <ActionIcon variant="default" size={32} aria-label={picker.open} disabled={cut} onClick={onAsk}>
              <IconUserPlus size={17} stroke={1.7} aria-hidden="true" />
            </ActionIcon>
          </Tooltip>
        )}
        <Tooltip label={words.refreshKey}>
          <ActionIcon
            variant="default"
            size={32}
            aria-label={words.refresh}
            disabled={cut || condition.type === 'asking'}
            onClick={onRefresh}
          >
            <IconRefresh size={17} stroke={1.7} aria-hidden="true" />
          </ActionIcon>
        </Tooltip>
        <Button
          size="compact-md"
          variant="default"
          disabled={cut}
          leftSection={<IconDoorExit size={16} stroke={1.7} aria-hidden="true" />}
          onClick={onLeave}
        >
          {words.leave}
        </Button>
        {!supervising && (
          <Button size="compact-md" color="poor" disabled={cut} onClick={onEnd}>
            {words.end}
          </Button>
        )}
      </div>
    </section>
  );
}

function Elapsed({ since }: { readonly since: number }) {
  const words = useWords().session;
  const now = useNow();
  return (
    <span className={`${styles['elapsed']} numbers`} role="timer" aria-live="off" title={words.elapsed}>
      {clockDuration(now - since)}
    </span>
  );
}

function CodeChip({ code }: { readonly code: string }) {
  const words = useWords().session.code;
  return (
    <CopyButton value={code} timeout={2000}>
      {({ copied, copy }) => (
        <Tooltip label={copied ? words.copied : words.copy}>
          <UnstyledButton
            className={styles['code'] ?? ''}
            onClick={copy}
            aria-label={words.label(groupedCode(code))}
          >
            <span className="numbers">{groupedCode(code)}</span>
            {copied ? <IconCheck size={14} aria-hidden="true" /> : <IconCopy size={14} aria-hidden="true" />}
          </UnstyledButton>
        </Tooltip>
      )}
    </CopyButton>
  );
}
