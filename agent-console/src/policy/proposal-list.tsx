import { Button, Group, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useLanguage, useWords } from '../words/language-context.tsx';
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
  const words = useWords().policy.proposal;
  const shown = proposals.filter(({ state }) => state !== 'Draft');
  if (shown.length === 0)
    return (
      <Text c="dimmed" py="xl">
        {words.none}
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

function ProposalEntry({
  proposal,
  busy,
  onLook,
  onApprove,
  onReject,
}: Omit<ProposalListProps, 'proposals'> & { readonly proposal: Proposal }) {
  const language = useLanguage();
  const words = language.words.policy.proposal;
  const [reason, setReason] = useState('');
  const { state, authorName, at, note, showsMore, mayApprove, decidedBy } = proposal;
  const decided =
    decidedBy && state !== 'Waiting' ? words.decided(words.states[state], decidedBy) : words.states[state];
  const standing = proposal.reason ? words.because(decided, proposal.reason) : decided;
  return (
    <li className={styles['entry']} data-state={state}>
      <Group justify="space-between" wrap="nowrap" align="start">
        <div>
          <Text fw={600}>{note ?? words.noNote}</Text>
          <Text size="sm" c="dimmed">
            {authorName} · {new Date(at).toLocaleString(language.code)} · {standing}
          </Text>
        </div>
        {proposal.document && (
          <Button variant="default" size="xs" onClick={() => onLook(proposal)}>
            {words.look}
          </Button>
        )}
      </Group>
      {showsMore.length > 0 && <ShowsMore places={showsMore} />}
      {state === 'Waiting' && (
        <Group mt="sm" align="end" gap="sm">
          {mayApprove ? (
            <Button size="xs" loading={busy} onClick={() => onApprove(proposal)}>
              {words.approve}
            </Button>
          ) : (
            <Text size="sm" c="dimmed">
              {words.another}
            </Text>
          )}
          {mayApprove && (
            <TextInput
              size="xs"
              label={words.reason}
              value={reason}
              maxLength={500}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
          )}
          <Button size="xs" variant="default" loading={busy} onClick={() => onReject(proposal, reason)}>
            {mayApprove ? words.reject : words.takeBack}
          </Button>
        </Group>
      )}
    </li>
  );
}

/** Where a document may show more than the policy of now. */
export function ShowsMore({ places }: { readonly places: readonly string[] }) {
  const words = useWords().policy.proposal;
  return (
    <div className={styles['more']}>
      <Text size="sm" fw={600}>
        {words.showsMore}
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
