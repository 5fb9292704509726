import { Button } from '@mantine/core';
import { useId } from 'react';
import { clockDuration } from '../clock/duration.ts';
import { useNow } from '../clock/use-now.ts';
import { originWords } from '../queue/origin-words.ts';
import { useWords } from '../words/language-context.tsx';
import { useWorkspace, useWorkspaceState } from '../workspace/workspace-context.tsx';
import styles from './home.module.css';

/** Sessions that run and in which this agent has a place, here or in another window. */
export function OwnSessions() {
  const workspace = useWorkspace();
  const { desk, link } = useWorkspaceState();
  const { sessions: words, noTopic } = useWords().home;
  const now = useNow();
  const heading = useId();
  if (!desk || desk.sessions.length === 0) return null;
  return (
    <section className={styles['card']} aria-labelledby={heading}>
      <h2 id={heading}>{words.title}</h2>
      <ul className={styles['list']}>
        {desk.sessions.map(({ SessionId, Topic, Origin, CreatedAt, Open, Supervises }) => (
          <li key={SessionId}>
            <span className={styles['text']}>
              <span className={styles['topic']}>{Topic ?? noTopic}</span>
              <span className={styles['soft']}>
                {[
                  originWords(Origin),
                  words.since(clockDuration(now - CreatedAt)),
                  Open ? words.open : words.left,
                  ...(Supervises ? [words.supervising] : []),
                ].join(' · ')}
              </span>
            </span>
            <Button
              size="compact-sm"
              aria-label={words.goOnWith(Topic ?? noTopic)}
              disabled={link.type !== 'online'}
              onClick={() => void workspace.goOn(SessionId)}
            >
              {words.goOn}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
