import { Badge, Button, Group, Loader, Text, TextInput, UnstyledButton } from '@mantine/core';
import { useEffect, useState } from 'react';
import { DeskFrame } from '../shell/desk-frame.tsx';
import { useLanguage } from '../words/language-context.tsx';
import type { KeptSession, KeptSummary, RetentionTimes } from './retention-api.ts';
import { useRetentionApi } from './retention-api-context.tsx';
import styles from './retention-desk.module.css';
import { SessionFile } from './session-file.tsx';

/** Where administrators see what is kept of sessions, hold it, and erase it. */
export function RetentionDesk({ onLeave }: { readonly onLeave: () => void }) {
  const api = useRetentionApi();
  const language = useLanguage();
  const { retention: words, shared } = language.words;
  const days = (count: number) =>
    count === 0 ? words.withSession : words.afterDays(Math.round(count).toLocaleString(language.code));
  const [times, setTimes] = useState<RetentionTimes>();
  const [listed, setListed] = useState<readonly KeptSummary[]>();
  const [more, setMore] = useState(false);
  const [session, setSession] = useState<KeptSession>();
  const [wanted, setWanted] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');
  const [done, setDone] = useState('');

  const act = async (work: () => Promise<string>) => {
    setBusy(true);
    setProblem('');
    setDone('');
    try {
      setDone(await work());
    } catch (error) {
      setProblem((error as Error).message);
    } finally {
      setBusy(false);
    }
  };
  const list = async (before?: number) => {
    const found = await api.sessions(before);
    setListed((known) => (before === undefined ? found : [...(known ?? []), ...found]));
    setMore(found.length > 0);
    return '';
  };
  const open = (id: string) =>
    act(async () => {
      setSession(await api.session(id));
      return '';
    });
  const change = (work: () => Promise<void>, said: string) =>
    act(async () => {
      await work();
      if (session) setSession(await api.session(session.sessionId));
      await list();
      return said;
    });

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the desk opens
  useEffect(() => {
    window.document.title = shared.pageTitle(words.title);
    void act(async () => {
      setTimes(await api.times());
      return list();
    });
  }, []);

  const last = listed?.at(-1);
  return (
    <DeskFrame
      title={words.title}
      note={times && words.times(days(times.sessions), days(times.audit))}
      done={done}
      problem={problem}
      onLeave={onLeave}
    >
      <div className={styles['columns']}>
        <nav aria-label={words.sessions}>
          <form
            onSubmit={(event) => {
              event.preventDefault();
              void open(wanted.trim());
            }}
          >
            <Group align="end" gap="sm" wrap="nowrap">
              <TextInput
                label={words.sessionId}
                value={wanted}
                maxLength={40}
                onChange={(event) => setWanted(event.currentTarget.value)}
                flex={1}
              />
              <Button type="submit" variant="default" disabled={busy || wanted.trim() === ''}>
                {words.find}
              </Button>
            </Group>
          </form>
          {!listed && !problem && <Loader aria-label={words.loading} mt="md" />}
          {listed?.length === 0 && (
            <Text c="dimmed" py="xl">
              {words.none}
            </Text>
          )}
          <ul className={styles['list']}>
            {listed?.map(({ sessionId, endedAt, held }) => (
              <li key={sessionId}>
                <UnstyledButton
                  className={styles['entry'] ?? ''}
                  aria-current={session?.sessionId === sessionId}
                  onClick={() => open(sessionId)}
                >
                  <span>{new Date(endedAt).toLocaleString(language.code)}</span>
                  {held && <Badge size="sm">{words.held}</Badge>}
                </UnstyledButton>
              </li>
            ))}
          </ul>
          {more && last && (
            <Button
              variant="subtle"
              color="gray"
              disabled={busy}
              onClick={() => act(() => list(last.endedAt))}
            >
              {words.earlier}
            </Button>
          )}
        </nav>
        {session && (
          <SessionFile
            // What was read of it must not stand there after it is erased.
            key={`${session.sessionId} ${session.kept.filter(({ erasedAt }) => erasedAt !== null).length}`}
            session={session}
            busy={busy}
            onAudit={() => api.audit(session.sessionId)}
            onHold={(reason) => change(() => api.hold(session.sessionId, reason), words.done.held)}
            onLift={(hold, reason) => change(() => api.lift(hold, reason), words.done.lifted)}
            onErase={(reference, keepAudit) =>
              change(() => api.erase(session.sessionId, reference, keepAudit), words.done.erased)
            }
          />
        )}
      </div>
    </DeskFrame>
  );
}
