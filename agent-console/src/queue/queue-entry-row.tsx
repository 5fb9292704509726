import type { QueueEntry } from '@cobrowse/client/protocol';
import { Button } from '@mantine/core';
import { clockDuration, spokenDuration } from '../clock/duration.ts';
import { useLanguage } from '../words/language-context.tsx';
import { isKept } from './next-entry.ts';
import { originWords } from './origin-words.ts';
import styles from './queue-list.module.css';

const long = 2 * 60_000;
const tooLong = 5 * 60_000;

interface QueueEntryRowProps {
  readonly entry: QueueEntry;
  readonly now: number;
  readonly first: boolean;
  readonly claiming: boolean;
  readonly disabled: boolean;
  /** Missing while the agent sits in a session. */
  readonly onClaim: (() => void) | undefined;
}

/** One waiting customer. */
export function QueueEntryRow({ entry, now, first, claiming, disabled, onClaim }: QueueEntryRowProps) {
  const waited = now - entry.WaitingSince;
  const patience = waited > tooLong ? 'spent' : waited > long ? 'thin' : 'fine';
  const { words: all, code } = useLanguage();
  const { queue: words } = all;
  const { kept: keptWords } = all.starting;
  const kept = entry.Reservation && entry.Reservation.Until > now ? entry.Reservation : undefined;
  const topic = entry.Topic ?? words.noTopic;
  return (
    <li className={styles['entry']}>
      <div className={styles['text']}>
        <span className={styles['topic']} data-missing={entry.Topic === null || undefined} title={topic}>
          {topic}
        </span>
        <span className={styles['origin']} title={entry.Origin}>
          {originWords(entry.Origin)}
        </span>
        {kept && (
          <span className={styles['kept']} data-yours={kept.Yours || undefined}>
            {keptWords(kept, now)}
          </span>
        )}
      </div>
      <span className={`${styles['waited']} numbers`} data-patience={patience}>
        <span aria-hidden="true">{clockDuration(waited)}</span>
        <span className="out-of-sight">{words.waiting(spokenDuration(waited, code))}</span>
      </span>
      {onClaim && (
        <Button
          size="compact-sm"
          variant={first ? 'filled' : 'default'}
          data-claim
          loading={claiming}
          disabled={disabled || isKept(entry, now)}
          aria-label={words.claimOf(topic, originWords(entry.Origin))}
          onClick={onClaim}
        >
          {words.claim}
        </Button>
      )}
    </li>
  );
}
