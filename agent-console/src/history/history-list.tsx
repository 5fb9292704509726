import { Alert, Button, Checkbox, Skeleton, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { clockDuration } from '../clock/duration.ts';
import { originWords } from '../queue/origin-words.ts';
import { useLanguage } from '../words/language-context.tsx';
import type { PastSession } from './history-api.ts';
import styles from './history-list.module.css';
import { useHistory } from './use-history.ts';

/** Sessions that are over, with search: the agent's own, or for supervisors those of the tenant. */
export function HistoryList({ supervises }: { readonly supervises: boolean }) {
  const { words } = useLanguage();
  const { history } = words.home;
  const heading = useId();
  const [search, setSearch] = useState('');
  const [mine, setMine] = useState(false);
  const { sessions, next, busy, problem, more } = useHistory(search.trim(), mine);
  return (
    <section className={styles['card']} aria-labelledby={heading} aria-busy={busy}>
      <header className={styles['head']}>
        <h2 id={heading}>{history.title}</h2>
        {supervises && (
          <Checkbox
            size="xs"
            label={history.mine}
            checked={mine}
            onChange={(event) => setMine(event.currentTarget.checked)}
          />
        )}
        <TextInput
          className={styles['search'] ?? ''}
          size="xs"
          type="search"
          aria-label={history.search}
          placeholder={history.searchHint}
          maxLength={100}
          leftSection={<IconSearch size={14} aria-hidden="true" />}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
      </header>
      {problem !== undefined && (
        <Alert color="poor" role="alert">
          {problem}{' '}
          <Button size="compact-xs" variant="default" onClick={more}>
            {history.retry}
          </Button>
        </Alert>
      )}
      {!sessions && problem === undefined ? (
        <div className={styles['loading']}>
          <span className="out-of-sight">{history.loading}</span>
          {[0, 1, 2, 3].map((line) => (
            <Skeleton key={line} height={38} radius="md" />
          ))}
        </div>
      ) : sessions?.length === 0 && next === null ? (
        <p className={styles['empty']} role="status">
          {search.trim() === '' ? history.none : history.noneFound}
        </p>
      ) : (
        sessions && sessions.length > 0 && <Rows sessions={sessions} />
      )}
      {sessions && next !== null && (
        <Button
          className={styles['more'] ?? ''}
          size="compact-sm"
          variant="default"
          disabled={busy}
          onClick={more}
        >
          {sessions.length === 0 ? history.lookFurther : history.more}
        </Button>
      )}
    </section>
  );
}

function Rows({ sessions }: { readonly sessions: readonly PastSession[] }) {
  const { code, words } = useLanguage();
  const { history, noTopic } = words.home;
  const { columns } = history;
  const when = new Intl.DateTimeFormat(code, { dateStyle: 'medium', timeStyle: 'short' });
  const list = new Intl.ListFormat(code, { type: 'conjunction' });
  return (
    <table className={styles['rows']}>
      <thead className="out-of-sight">
        <tr>
          {Object.values(columns).map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {sessions.map((past) => {
          const others = past.agents
            .filter(({ self }) => !self)
            .map(({ name, supervised }) => (supervised ? history.watched(name) : name));
          return (
            <tr key={past.sessionId}>
              <td className={`${styles['when']} numbers`}>{when.format(past.endedAt)}</td>
              <td className={styles['topic']}>
                <span data-missing={past.topic === null || undefined} title={past.topic ?? undefined}>
                  {past.topic ?? noTopic}
                </span>
                <span className={styles['soft']}>{originWords(past.origin)}</span>
              </td>
              <td className={styles['soft']}>
                <bdi>{others.length > 0 ? history.with(list.format(others)) : history.alone}</bdi>
              </td>
              <td className={`${styles['long']} numbers`}>{clockDuration(past.endedAt - past.startedAt)}</td>
              <td className={styles['soft']}>{history.outcomes[past.reason]}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
