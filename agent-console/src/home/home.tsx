import { Skeleton } from '@mantine/core';
import { HistoryList } from '../history/history-part.ts';
import { Part } from '../parts/part.tsx';
import { ColleagueList } from '../people/colleague-list.tsx';
import { nextEntry } from '../queue/next-entry.ts';
import { NextCustomer } from '../shell/next-customer.tsx';
import { useWords } from '../words/language-context.tsx';
import { useWorkspace, useWorkspaceState } from '../workspace/workspace-context.tsx';
import { HelpedSessions } from './helped-sessions.tsx';
import styles from './home.module.css';
import { OwnSessions } from './own-sessions.tsx';
import { QuietQueue } from './quiet-queue.tsx';

/** What shows while no session is open: who waits, where one has a place, who else is there, and what was. */
export function Home() {
  const workspace = useWorkspace();
  const { queue, desk } = useWorkspaceState();
  const words = useWords().home;
  const next = queue.type === 'known' ? nextEntry(queue.entries, Date.now()) : undefined;
  const supervises = desk?.self.Role === 'Supervisor';
  return (
    <div className={styles['home']}>
      <h1 className="out-of-sight">{words.title}</h1>
      <div className={styles['main']}>
        {queue.type !== 'known' ? (
          <section className={styles['coming']} role="status" aria-label={words.connecting}>
            <Skeleton height={14} width="20%" />
            <Skeleton height={26} width="60%" />
            <Skeleton height={52} />
            <Skeleton height={40} />
          </section>
        ) : next ? (
          <NextCustomer
            entry={next}
            behind={queue.entries.length - 1}
            onClaim={() => void workspace.claim(next.SessionId)}
          />
        ) : (
          <QuietQueue />
        )}
        <OwnSessions />
        {supervises && <HelpedSessions />}
      </div>
      <ColleagueList />
      <div className={styles['past']}>
        {desk && (
          <Part>
            <HistoryList supervises={supervises} />
          </Part>
        )}
      </div>
    </div>
  );
}
