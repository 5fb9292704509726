import type { Replica } from '@cobrowse/client/replica';
import { ActionIcon, Tooltip } from '@mantine/core';
import { IconArrowBackUp, IconX } from '@tabler/icons-react';
import { useEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import type { Words } from '../words/en/index.ts';
import { useWords } from '../words/language-context.tsx';
import { useWorkspace } from '../workspace/workspace-context.tsx';
import { fieldsOf } from './fields.ts';
import type { ProposalState, ProposedValue } from './proposal-desk.ts';
import { ProposalForm } from './proposal-form.tsx';
import styles from './proposal-panel.module.css';

interface ProposalPanelProps {
  readonly replica: Replica | undefined;
  /** The tool is on. */
  readonly choosing: boolean;
  /** The node of the field that the agent chose. */
  readonly picked: number | undefined;
  readonly onPicked: (node: number | undefined) => void;
  readonly onDone: () => void;
}

/** The values that the agent proposes, and what the customer made of them. */
export function ProposalPanel({ replica, choosing, picked, onPicked, onDone }: ProposalPanelProps) {
  const { proposals } = useWorkspace();
  const words = useWords().proposing;
  const values = useSyncExternalStore(proposals.subscribe, proposals.state);
  const value = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  // The page may change while the tool is on: what is chosen is looked for anew.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a choice is a look at the page as it is now
  const fields = useMemo(() => (choosing && replica ? fieldsOf(replica) : []), [choosing, replica, picked]);
  const field = fields.find(({ node }) => node === picked);
  const chosen = field?.node;
  useEffect(() => {
    if (choosing && chosen !== undefined) value.current?.focus();
  }, [choosing, chosen]);
  if (!choosing && values.length === 0) return null;
  return (
    <section className={styles['panel']} aria-label={words.list}>
      {choosing && replica && (
        <ProposalForm
          fields={fields}
          field={field}
          onField={onPicked}
          valueRef={value}
          onPropose={({ node, kind, name }, proposed) => {
            if (replica.epoch !== undefined)
              void proposals.propose(
                { Epoch: replica.epoch, Node: node, Kind: kind, Value: proposed },
                name || words.kinds[kind],
              );
            onPicked(undefined);
          }}
          onCancel={() => {
            onPicked(undefined);
            onDone();
            document.getElementById('stage')?.focus({ preventScroll: true });
          }}
        />
      )}
      {values.length > 0 && (
        <ul className={styles['list']} aria-live="polite">
          {values.map((each) => (
            <Item key={each.id} value={each} words={words} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Item({ value, words }: { readonly value: ProposedValue; readonly words: Words['proposing'] }) {
  const { proposals } = useWorkspace();
  const { id, field, kind, state } = value;
  const open = state.type === 'open';
  const label = `${open ? words.takeBack : words.forget}: ${field}`;
  const shown = kind === 'Check' ? (value.value === 'true' ? words.checked : words.notChecked) : value.value;
  return (
    <li className={styles['item']} data-state={state.type}>
      <div>
        <span className={styles['field']}>{field}</span>
        <span className={styles['value']} dir="auto">
          {shown}
        </span>
        <span className={styles['state']}>{stateWords(state, words)}</span>
      </div>
      <Tooltip label={label}>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={28}
          aria-label={label}
          onClick={() => (open ? proposals.takeBack(id) : proposals.forget(id))}
        >
          {open ? (
            <IconArrowBackUp size={16} stroke={1.7} aria-hidden="true" />
          ) : (
            <IconX size={16} stroke={1.7} aria-hidden="true" />
          )}
        </ActionIcon>
      </Tooltip>
    </li>
  );
}

function stateWords(state: ProposalState, words: Words['proposing']): string {
  switch (state.type) {
    case 'open':
      return words.open;
    case 'accepted':
      return words.accepted;
    case 'declined':
      return words.declined;
    case 'taken-back':
      return words.takenBack;
    case 'not-possible':
      return words.because[state.reason];
    case 'refused':
      return words.refused(state.refusal);
    default:
      return state satisfies never;
  }
}
