import { Button, Group, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Proposal } from './policy-api.ts';
import styles from './policy-desk.module.css';

interface ProposalListProps {
  readonly proposals: readonly Proposal[];
  readonly busy: boolean;
  readonly onLook: (proposal: Proposal) => void;
  readonly onApprove: (proposal: Proposal) => void;
  readonly onReject: (proposal: Proposal, reason: string) => void;
}

/** What waits for a second person, and what became of the rest. */
export function ProposalList({ proposals, ...acts }: ProposalListProps) {
  const shown = proposals.filter(({ state }) => state !== 'Draft');
  if (shown.length === 0)
    return (
      <Text c="dimmed" py="xl">
        Nothing was proposed yet. A change that may show more waits here until a second person approves it.
      </Text>
    );
  return (
    <ul className={styles['list']}>
      {shown.map((proposal) => (
        <ProposalEntry key={proposal.id} proposal={proposal} {...acts} />
      ))}
    </ul>
  );
}

const words = { Draft: 'Draft', Waiting: 'Waits', Published: 'Published', Rejected: 'Rejected' } as const;

function ProposalEntry({
  proposal,
  busy,
  onLook,
  onApprove,
  onReject,
}: Omit<ProposalListProps, 'proposals'> & { readonly proposal: Proposal }) {
  const [reason, setReason] = useState('');
  const { state, authorName, at, note, showsMore, mayApprove, decidedBy } = proposal;
  return (
    <li className={styles['entry']} data-state={state}>
      <Group justify="space-between" wrap="nowrap" align="start">
        <div>
          <Text fw={600}>{note ?? 'Without a note'}</Text>
          <Text size="sm" c="dimmed">
            {authorName} · {new Date(at).toLocaleString()} · {words[state]}
            {decidedBy && state !== 'Waiting' ? ` by ${decidedBy}` : ''}
            {proposal.reason ? `: ${proposal.reason}` : ''}
          </Text>
        </div>
        {proposal.document && (
          <Button variant="default" size="xs" onClick={() => onLook(proposal)}>
            Look at it
          </Button>
        )}
      </Group>
      {showsMore.length > 0 && <ShowsMore places={showsMore} />}
      {state === 'Waiting' && (
        <Group mt="sm" align="end" gap="sm">
          {mayApprove ? (
            <Button size="xs" loading={busy} onClick={() => onApprove(proposal)}>
              Approve and publish
            </Button>
          ) : (
            <Text size="sm" c="dimmed">
              Somebody else has to approve it.
            </Text>
          )}
          {mayApprove && (
            <TextInput
              size="xs"
              label="Reason for a no"
              value={reason}
              maxLength={500}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
          )}
          <Button size="xs" variant="default" loading={busy} onClick={() => onReject(proposal, reason)}>
            {mayApprove ? 'Reject' : 'Take back'}
          </Button>
        </Group>
      )}
    </li>
  );
}

/** Where a document may show more than the policy of now. */
export function ShowsMore({ places }: { readonly places: readonly string[] }) {
  return (
    <div className={styles['more']}>
      <Text size="sm" fw={600}>
        May show more than now
      </Text>
      <ul>
        {places.map((place) => (
          <li key={place}>
            <code>{place}</code>
          </li>
        ))}
      </ul>
    </div>
  );
}
