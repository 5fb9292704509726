import type { ColleagueView, InvitationKind, Refusal } from '@cobrowse/client/protocol';
import { Alert, Modal, SegmentedControl, TextInput, UnstyledButton } from '@mantine/core';
import { type KeyboardEvent, useRef, useState } from 'react';
import { initials } from '../sign-in/identity.ts';
import { useWords } from '../words/language-context.tsx';
import { useWorkspace, useWorkspaceState } from '../workspace/workspace-context.tsx';
import { StatusDot } from './own-status.tsx';
import styles from './people.module.css';
import { useColleagueSearch } from './use-colleague-search.ts';

const longestNote = 200;

interface ColleaguePickerProps {
  /** What to ask for first; undefined: closed. */
  readonly kind: InvitationKind | undefined;
  readonly onKind: (kind: InvitationKind | undefined) => void;
}

/** Finds a colleague and asks them to join, or to take over. */
export function ColleaguePicker({ kind, onKind }: ColleaguePickerProps) {
  const words = useWords();
  return (
    <Modal
      opened={kind !== undefined}
      onClose={() => onKind(undefined)}
      title={words.people.picker.title}
      size="md"
      closeButtonProps={{ 'aria-label': words.shared.close }}
    >
      {kind && <Choice kind={kind} onKind={onKind} />}
    </Modal>
  );
}

function Choice({ kind, onKind }: ColleaguePickerProps & { readonly kind: InvitationKind }) {
  const workspace = useWorkspace();
  const { desk } = useWorkspaceState();
  const { picker: words, status: names } = useWords().people;
  const [search, setSearch] = useState('');
  const [note, setNote] = useState('');
  const [asking, setAsking] = useState<string>();
  const [refused, setRefused] = useState<Refusal>();
  const list = useRef<HTMLUListElement>(null);
  const found = useColleagueSearch(search).filter(({ AgentId }) => AgentId !== desk?.self.AgentId);

  const ask = async ({ AgentId }: ColleagueView) => {
    setAsking(AgentId);
    const refusal = await workspace.invite(AgentId, kind, note.trim() === '' ? null : note.trim());
    setAsking(undefined);
    if (refusal === null) onKind(undefined);
    else setRefused(refusal);
  };
  const move = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0) return;
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])];
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
    buttons[Math.min(buttons.length - 1, Math.max(0, at + step))]?.focus();
    event.preventDefault();
  };

  return (
    <div className={styles['picker']}>
      <SegmentedControl
        fullWidth
        aria-label={words.title}
        value={kind}
        onChange={(value) => onKind(value as InvitationKind)}
        data={(['Join', 'Handover'] as const).map((value) => ({ value, label: words.kinds[value] }))}
      />
      <p className={styles['empty']}>{words.hints[kind]}</p>
      <TextInput
        data-autofocus
        label={words.search}
        placeholder={words.searchHint}
        autoComplete="off"
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
        onKeyDown={(event) => {
          const only = found.length === 1 ? found[0] : undefined;
          if (event.key === 'Enter' && only) void ask(only);
          else move(event);
        }}
      />
      {refused && (
        <Alert color="fair" role="alert">
          {words.refused[refusedWords(refused)]}
        </Alert>
      )}
      {found.length === 0 ? (
        <p className={styles['empty']} role="status">
          {words.none}
        </p>
      ) : (
        <ul className={styles['choices']} ref={list} onKeyDown={move}>
          {found.map((each) => (
            <li key={each.AgentId}>
              <UnstyledButton
                className={styles['choice'] ?? ''}
                disabled={asking !== undefined}
                onClick={() => void ask(each)}
              >
                <span className="out-of-sight">{words.ask} </span>
                <span className={styles['badge']} aria-hidden="true">
                  {initials(each.Name)}
                  <StatusDot status={each.Status} />
                </span>
                <span className={styles['text']}>
                  <span className={styles['name']}>
                    <bdi>{each.Name}</bdi>
                  </span>
                  <span className={styles['detail']}>{each.Title}</span>
                </span>
                <span className={styles['detail']}>{names[each.Status]}</span>
              </UnstyledButton>
            </li>
          ))}
        </ul>
      )}
      <TextInput
        label={words.note}
        maxLength={longestNote}
        autoComplete="off"
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </div>
  );
}

function refusedWords(refusal: Refusal): 'gone' | 'already' | 'tooSoon' | 'other' {
  switch (refusal) {
    case 'NotFound':
      return 'gone';
    case 'WrongState':
      return 'already';
    case 'TooManyAttempts':
      return 'tooSoon';
    default:
      return 'other';
  }
}
