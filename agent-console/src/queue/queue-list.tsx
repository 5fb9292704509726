import { Alert, Skeleton } from '@mantine/core';
import { type KeyboardEvent, useId, useRef } from 'react';
import { useNow } from '../clock/use-now.ts';
import { useWords } from '../words/language-context.tsx';
import { useWorkspace, useWorkspaceState } from '../workspace/workspace-context.tsx';
import { problemWords } from './problem-words.ts';
import { QueueEntryRow } from './queue-entry-row.tsx';
import styles from './queue-list.module.css';

/** The waiting customers, oldest first. */
export function QueueList() {
  const workspace = useWorkspace();
  const { link, queue, seat } = useWorkspaceState();
  const words = useWords().queue;
  const now = useNow();
  const heading = useId();
  const list = useRef<HTMLUListElement>(null);
  const problem = seat.type === 'free' && seat.problem?.attempt.type !== 'code' ? seat.problem : undefined;
  const stale = link.type !== 'online';

  return (
    <section className={styles['section']} aria-labelledby={heading}>
      <h2 className={styles['heading']} id={heading}>
        {words.title}
        {queue.type === 'known' && (
          <span className={`${styles['count']} numbers`} data-some={queue.entries.length > 0 || undefined}>
            {queue.entries.length}
            <span className="out-of-sight">{` ${words.customers(queue.entries.length)}`}</span>
          </span>
        )}
      </h2>
      {problem && (
        <Alert
          className={styles['problem'] ?? ''}
          color="fair"
          variant="light"
          withCloseButton
          closeButtonLabel={words.dismiss}
          onClose={workspace.dismiss}
        >
          {problemWords(problem, words.problem)}
        </Alert>
      )}
      {queue.type === 'unknown' && link.type === 'reconnecting' ? (
        <p className={styles['empty']}>{words.silent}</p>
      ) : queue.type === 'unknown' && link.type === 'barred' ? (
        <p className={styles['empty']}>{words.barred}</p>
      ) : queue.type === 'unknown' ? (
        <div className={styles['loading']} aria-busy="true">
          <span className="out-of-sight">{words.loading}</span>
          <Skeleton height={44} radius="md" />
          <Skeleton height={44} radius="md" />
        </div>
      ) : queue.entries.length === 0 ? (
        <p className={styles['empty']}>{words.nobody}</p>
      ) : (
        <ul
          className={styles['list']}
          ref={list}
          data-stale={stale || undefined}
          onKeyDown={(e) => moveFocus(e, list.current)}
        >
          {queue.entries.map((entry, index) => (
            <QueueEntryRow
              key={entry.SessionId}
              entry={entry}
              now={now}
              first={index === 0}
              claiming={
                seat.type === 'taking' &&
                seat.attempt.type === 'claim' &&
                seat.attempt.sessionId === entry.SessionId
              }
              disabled={stale || seat.type === 'taking'}
              onClaim={seat.type === 'seated' ? undefined : () => void workspace.claim(entry.SessionId)}
            />
          ))}
        </ul>
      )}
      {seat.type === 'seated' && queue.type === 'known' && queue.entries.length > 0 && (
        <p className={styles['note']}>{words.seated}</p>
      )}
    </section>
  );
}

function moveFocus(event: KeyboardEvent, list: HTMLElement | null) {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0 || !list) return;
  const buttons = [...list.querySelectorAll<HTMLButtonElement>('[data-claim]')];
  const at = buttons.indexOf(event.target as HTMLButtonElement);
  buttons[Math.min(buttons.length - 1, Math.max(0, at + step))]?.focus();
  event.preventDefault();
}
