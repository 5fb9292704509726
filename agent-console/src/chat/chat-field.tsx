import { limits } from '@cobrowse/client/protocol';
import { ActionIcon } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import { type KeyboardEvent, type RefObject, useId, useState } from 'react';
import { useWords } from '../words/language-context.tsx';
import styles from './chat-panel.module.css';
import { matchingAnswers } from './matching-answers.ts';

interface ChatFieldProps {
  readonly field: RefObject<HTMLTextAreaElement | null>;
  readonly answers: readonly string[];
  readonly disabled: boolean;
  readonly onTyped: () => void;
  readonly onSend: (text: string) => void;
  /** The agent is done here for now. */
  readonly onLeave: () => void;
}

/** Where the agent writes: Enter sends, and a slash at the beginning looks for an answer of the bank. */
export function ChatField({ field, answers, disabled, onTyped, onSend, onLeave }: ChatFieldProps) {
  const words = useWords().chat;
  const list = useId();
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const [dismissed, setDismissed] = useState(false);
  const found = dismissed ? undefined : matchingAnswers(answers, text);
  const chosen = found && Math.min(at, Math.max(0, found.length - 1));
  const left = limits.chatTextLength - text.length;

  const take = (answer: string | undefined) => {
    if (answer === undefined) return;
    setText(answer);
    setDismissed(true);
    field.current?.focus();
  };
  const send = () => {
    if (text.trim() === '') return;
    onSend(text);
    setText('');
    setDismissed(false);
  };
  const pressed = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (found && found.length > 0 && step) setAt(((chosen ?? 0) + step + found.length) % found.length);
    else if (event.key === 'Enter' && !event.shiftKey) {
      if (found) take(found[chosen ?? 0]);
      else send();
    } else if (event.key === 'Escape') {
      if (found) setDismissed(true);
      else onLeave();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div className={styles['write']}>
      {found && (
        <div className={styles['answers']} role="listbox" id={list} aria-label={words.answers}>
          {found.map((answer, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the field's, as ARIA has it
            <div
              key={answer}
              id={`${list}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === chosen}
              className={styles['answer']}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => take(answer)}
            >
              {answer}
            </div>
          ))}
          {found.length === 0 && (
            <div className={styles['answer']} role="option" aria-selected={false} aria-disabled tabIndex={-1}>
              {words.noAnswer}
            </div>
          )}
        </div>
      )}
      <textarea
        ref={field}
        className={styles['field']}
        rows={1}
        dir="auto"
        maxLength={limits.chatTextLength}
        aria-label={words.field}
        aria-autocomplete="list"
        aria-controls={found ? list : undefined}
        aria-activedescendant={found && found.length > 0 ? `${list}-${chosen}` : undefined}
        placeholder={words.placeholder}
        disabled={disabled}
        value={text}
        onChange={(event) => {
          const typed = event.currentTarget.value;
          setText(typed);
          setAt(0);
          if (!typed.startsWith('/')) setDismissed(false);
          if (typed !== '' && !typed.startsWith('/')) onTyped();
        }}
        onKeyDown={pressed}
      />
      <ActionIcon size={36} aria-label={words.send} disabled={disabled || text.trim() === ''} onClick={send}>
        <IconSend size={18} stroke={1.7} aria-hidden="true" />
      </ActionIcon>
      {left < 100 && <span className={`${styles['left']} numbers`}>{words.left(left)}</span>}
    </div>
  );
}
