import { Button, Skeleton } from '@mantine/core';
import { useId } from 'react';
import { clockDuration } from '../clock/duration.ts';
import { useNow } from '../clock/use-now.ts';
import { originWords } from '../queue/origin-words.ts';
import { useLanguage } from '../words/language-context.tsx';
import { useWorkspace, useWorkspaceState } from '../workspace/workspace-context.tsx';
import styles from './home.module.css';

/** For supervisors: the sessions of the tenant in which somebody helps. */
export function HelpedSessions() {
  const workspace = useWorkspace();
  const { helped, link } = useWorkspaceState();
  const { code, words: all } = useLanguage();
  const { helped: words, noTopic } = all.home;
  const now = useNow();
  const heading = useId();
  const list = new Intl.ListFormat(code, { type: 'conjunction' });
  return (
    <section className={styles['card']} aria-labelledby={heading}>
      <h2 id={heading}>{words.title}</h2>
      {!helped ? (
        <Skeleton height={40} radius="md" />
      ) : helped.length === 0 ? (
        <p className={styles['soft']}>{words.none}</p>
      ) : (
        <ul className={styles['list']}>
          {helped.map(({ SessionId, Topic, Origin, State, CreatedAt, CustomerPresent, Agents }) => (
            <li key={SessionId}>
              <span className={styles['text']}>
                <span className={styles['topic']}>
                  <bdi>{list.format(Agents)}</bdi>
                </span>
                <span className={styles['soft']}>
                  {[
                    Topic ?? noTopic,
                    originWords(Origin),
                    clockDuration(now - CreatedAt),
                    ...(State === 'Paused' ? [words.paused] : []),
                    ...(CustomerPresent ? [] : [words.away]),
                  ].join(' · ')}
                </span>
              </span>
              <Button
                size="compact-sm"
                variant="default"
                aria-label={words.watchWith(list.format(Agents), Topic ?? noTopic)}
                disabled={link.type !== 'online'}
                onClick={() => void workspace.watch(SessionId)}
              >
                {words.watch}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
