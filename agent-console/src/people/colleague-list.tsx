import { Skeleton } from '@mantine/core';
import { useId } from 'react';
import { initials } from '../sign-in/identity.ts';
import { useWords } from '../words/language-context.tsx';
import { useWorkspaceState } from '../workspace/workspace-context.tsx';
import { StatusDot } from './own-status.tsx';
import styles from './people.module.css';

/** Who else is there, and who can be asked. */
export function ColleagueList() {
  const { colleagues, desk } = useWorkspaceState();
  const { list, status: names } = useWords().people;
  const heading = useId();
  const others = colleagues?.Colleagues.filter(({ AgentId }) => AgentId !== desk?.self.AgentId);
  return (
    <section className={styles['card']} aria-labelledby={heading}>
      <h2 id={heading}>{list.title}</h2>
      {!others ? (
        <div className={styles['loading']} aria-busy="true">
          <span className="out-of-sight">{list.loading}</span>
          <Skeleton height={34} radius="md" />
          <Skeleton height={34} radius="md" />
          <Skeleton height={34} radius="md" />
        </div>
      ) : others.length === 0 ? (
        <p className={styles['empty']}>{list.nobody}</p>
      ) : (
        <ul className={styles['people']}>
          {others.map(({ AgentId, Name, Title, Role, Status }) => (
            <li key={AgentId} data-status={Status}>
              <span className={styles['badge']} aria-hidden="true">
                {initials(Name)}
                <StatusDot status={Status} />
              </span>
              <span className={styles['text']}>
                <span className={styles['name']} title={Name}>
                  <bdi>{Name}</bdi>
                </span>
                <span className={styles['detail']}>
                  {Role === 'Supervisor' && Title !== list.supervisor
                    ? [Title, list.supervisor].filter(Boolean).join(' · ')
                    : Title}
                </span>
              </span>
              <span className={styles['detail']}>{names[Status]}</span>
            </li>
          ))}
        </ul>
      )}
      {colleagues && colleagues.More > 0 && <p className={styles['empty']}>{list.more(colleagues.More)}</p>}
    </section>
  );
}
