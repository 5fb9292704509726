import { Button, Table, Text, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import { useLanguage } from '../words/language-context.tsx';
import { EraseForm } from './erase-form.tsx';
import type { KeptSession, LegalHold, SessionAuditLine } from './retention-api.ts';
import styles from './retention-desk.module.css';

interface SessionFileProps {
  readonly session: KeptSession;
  readonly busy: boolean;
  readonly onAudit: () => Promise<readonly SessionAuditLine[]>;
  readonly onHold: (reason: string) => void;
  readonly onLift: (holdId: string, reason: string) => void;
  readonly onErase: (reference: string, keepAudit: boolean) => void;
}

/** What is kept of one session, until when, and what keeps it. */
export function SessionFile({ session, busy, onAudit, onHold, onLift, onErase }: SessionFileProps) {
  const { words: all, code } = useLanguage();
  const words = all.retention;
  const time = timeIn(code);
  const [reason, setReason] = useState('');
  const [audit, setAudit] = useState<readonly SessionAuditLine[]>();
  const [problem, setProblem] = useState('');
  const left = session.kept.some(({ erasedAt }) => erasedAt === null);
  const until = (at: number | null) =>
    at === null ? words.asLong : session.held ? words.held : words.until(time(at));

  return (
    <section aria-label={words.session}>
      <Text className={styles['id'] ?? ''}>{session.sessionId}</Text>
      <Text c="dimmed">
        {time(session.createdAt)} – {session.endedAt === null ? words.now : time(session.endedAt)}
      </Text>
      <Table mt="md">
        <Table.Tbody>
          {session.kept.map(({ purpose, until: at, erasedAt }) => (
            <Table.Tr key={purpose}>
              <Table.Th scope="row">{words.purposes[purpose]}</Table.Th>
              <Table.Td>{erasedAt === null ? until(at) : words.erasedAt(time(erasedAt))}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {session.plainEntries > 0 && (
        <Text size="sm" mt="sm">
          {words.plainEntries(session.plainEntries)}
        </Text>
      )}
      <div className={styles['part']}>
        <Title order={2} size="h4">
          {words.holds.title}
        </Title>
        <ul className={styles['list']}>
          {session.holds.map((hold) => (
            <Hold key={hold.id} hold={hold} busy={busy} onLift={(why) => onLift(hold.id, why)} />
          ))}
        </ul>
        <TextInput
          label={words.holds.why}
          value={reason}
          maxLength={500}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Button
          mt="sm"
          variant="default"
          disabled={busy || !left || reason.trim() === ''}
          onClick={() => {
            onHold(reason);
            setReason('');
          }}
        >
          {words.holds.hold}
        </Button>
      </div>
      {session.endedAt !== null && left && (
        <div className={styles['part']}>
          <EraseForm busy={busy} held={session.held} onErase={onErase} />
        </div>
      )}
      <div className={styles['part']}>
        <Title order={2} size="h4">
          {words.audit.title}
        </Title>
        <Text size="sm" c="dimmed" mb="sm">
          {words.audit.noted}
        </Text>
        <Button
          variant="default"
          onClick={() => onAudit().then(setAudit, (error: Error) => setProblem(error.message))}
        >
          {words.audit.read}
        </Button>
        {problem && (
          <Text role="alert" mt="sm">
            {problem}
          </Text>
        )}
        {audit && (
          <Table mt="sm">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{words.audit.when}</Table.Th>
                <Table.Th>{words.audit.what}</Table.Th>
                <Table.Th>{words.audit.who}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {audit.map(({ sequence, at, kind, actor, erased }) => (
                <Table.Tr key={sequence}>
                  <Table.Td>{time(at)}</Table.Td>
                  <Table.Td>{kind}</Table.Td>
                  <Table.Td>{actor ?? (erased ? words.audit.erased : '')}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        )}
      </div>
    </section>
  );
}

function Hold({
  hold,
  busy,
  onLift,
}: {
  readonly hold: LegalHold;
  readonly busy: boolean;
  readonly onLift: (reason: string) => void;
}) {
  const { words: all, code } = useLanguage();
  const words = all.retention.holds;
  const time = timeIn(code);
  const [reason, setReason] = useState('');
  return (
    <li>
      <Text pt="xs">{hold.reason ?? words.reasonErased}</Text>
      <Text size="sm" c="dimmed" pb="xs">
        {hold.placedBy} · {time(hold.placedAt)}
        {hold.liftedAt === null ? '' : ` · ${words.lifted(hold.liftedBy ?? '', time(hold.liftedAt))}`}
      </Text>
      {hold.liftedAt === null && (
        <>
          <TextInput
            label={words.whyLift}
            value={reason}
            maxLength={500}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Button
            my="sm"
            variant="default"
            disabled={busy || reason.trim() === ''}
            onClick={() => onLift(reason)}
          >
            {words.lift}
          </Button>
        </>
      )}
    </li>
  );
}

const timeIn = (language: string) => (at: number) => new Date(at).toLocaleString(language);
