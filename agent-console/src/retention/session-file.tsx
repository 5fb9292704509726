import { Button, Table, Text, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
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

const words = {
  assets: 'What its page looked like',
  session: 'What it was about, and who took part',
  audit: 'Whom and what its audit names',
} as const;
const time = (at: number) => new Date(at).toLocaleString();

/** What is kept of one session, until when, and what keeps it. */
export function SessionFile({ session, busy, onAudit, onHold, onLift, onErase }: SessionFileProps) {
  const [reason, setReason] = useState('');
  const [audit, setAudit] = useState<readonly SessionAuditLine[]>();
  const [problem, setProblem] = useState('');
  const left = session.kept.some(({ erasedAt }) => erasedAt === null);
  const until = (at: number | null) =>
    at === null ? 'As long as it runs' : session.held ? 'Held' : `Until ${time(at)}`;

  return (
    <section aria-label="Session">
      <Text className={styles['id'] ?? ''}>{session.sessionId}</Text>
      <Text c="dimmed">
        {time(session.createdAt)} – {session.endedAt === null ? 'now' : time(session.endedAt)}
      </Text>
      <Table mt="md">
        <Table.Tbody>
          {session.kept.map(({ purpose, until: at, erasedAt }) => (
            <Table.Tr key={purpose}>
              <Table.Th scope="row">{words[purpose]}</Table.Th>
              <Table.Td>{erasedAt === null ? until(at) : `Erased ${time(erasedAt)}`}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {session.plainEntries > 0 && (
        <Text size="sm" mt="sm">
          {session.plainEntries} entries of its audit are from before they were sealed, and cannot be erased.
        </Text>
      )}
      <div className={styles['part']}>
        <Title order={2} size="h4">
          Legal holds
        </Title>
        <ul className={styles['list']}>
          {session.holds.map((hold) => (
            <Hold key={hold.id} hold={hold} busy={busy} onLift={(why) => onLift(hold.id, why)} />
          ))}
        </ul>
        <TextInput
          label="Why it must stay"
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
          Hold
        </Button>
      </div>
      {session.endedAt !== null && left && (
        <div className={styles['part']}>
          <EraseForm busy={busy} held={session.held} onErase={onErase} />
        </div>
      )}
      <div className={styles['part']}>
        <Title order={2} size="h4">
          Audit
        </Title>
        <Text size="sm" c="dimmed" mb="sm">
          That you read it is written down, too.
        </Text>
        <Button
          variant="default"
          onClick={() => onAudit().then(setAudit, (error: Error) => setProblem(error.message))}
        >
          Read the audit
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
                <Table.Th>When</Table.Th>
                <Table.Th>What</Table.Th>
                <Table.Th>Who</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {audit.map(({ sequence, at, kind, actor, erased }) => (
                <Table.Tr key={sequence}>
                  <Table.Td>{time(at)}</Table.Td>
                  <Table.Td>{kind}</Table.Td>
                  <Table.Td>{actor ?? (erased ? 'Erased' : '')}</Table.Td>
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
  const [reason, setReason] = useState('');
  return (
    <li>
      <Text pt="xs">{hold.reason ?? 'Its reason is erased'}</Text>
      <Text size="sm" c="dimmed" pb="xs">
        {hold.placedBy} · {time(hold.placedAt)}
        {hold.liftedAt === null ? '' : ` · lifted by ${hold.liftedBy}, ${time(hold.liftedAt)}`}
      </Text>
      {hold.liftedAt === null && (
        <>
          <TextInput
            label="Why it is lifted"
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
            Lift
          </Button>
        </>
      )}
    </li>
  );
}
