import { Button, TextInput } from '@mantine/core';
import { type FormEvent, type RefObject, useEffect, useState } from 'react';
import { useWords } from '../words/language-context.tsx';
import { useWorkspace, useWorkspaceState } from '../workspace/workspace-context.tsx';
import styles from './join-by-code.module.css';
import { problemWords } from './problem-words.ts';
import { codeDigits, groupedCode, isWholeCode } from './spoken-code.ts';

/** Takes the six digits that a customer reads out. */
export function JoinByCode({ inputRef }: { readonly inputRef: RefObject<HTMLInputElement | null> }) {
  const workspace = useWorkspace();
  const { code: words, problem: problems } = useWords().queue;
  const { link, seat } = useWorkspaceState();
  const [digits, setDigits] = useState('');
  const [hint, setHint] = useState<string>();
  const joining = seat.type === 'taking' && seat.attempt.type === 'code';
  const problem =
    seat.type === 'free' && seat.problem?.attempt.type === 'code'
      ? problemWords(seat.problem, problems)
      : undefined;
  const seated = seat.type === 'seated';

  useEffect(() => {
    if (seated) setDigits('');
  }, [seated]);
  useEffect(() => {
    if (problem) inputRef.current?.select();
  }, [problem, inputRef]);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isWholeCode(digits)) {
      setHint(digits === '' ? words.empty : words.short);
      inputRef.current?.focus();
      return;
    }
    void workspace.joinByCode(digits);
  };

  return (
    <form className={styles['form']} onSubmit={submit} noValidate>
      <TextInput
        ref={inputRef}
        label={words.label}
        placeholder="000 000"
        inputMode="numeric"
        autoComplete="off"
        spellCheck={false}
        classNames={{
          input: styles['input'] ?? '',
          label: styles['label'] ?? '',
          error: styles['error'] ?? '',
        }}
        value={groupedCode(digits)}
        error={hint ?? problem}
        aria-keyshortcuts="/"
        onChange={(event) => {
          setHint(undefined);
          setDigits(codeDigits(event.currentTarget.value));
        }}
      />
      <Button
        type="submit"
        variant={isWholeCode(digits) ? 'filled' : 'default'}
        loading={joining}
        disabled={link.type !== 'online'}
      >
        {words.join}
      </Button>
    </form>
  );
}
