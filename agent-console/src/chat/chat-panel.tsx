import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useEffect, useLayoutEffect, useRef, useSyncExternalStore } from 'react';
import { useWords } from '../words/language-context.tsx';
import { useWorkspace } from '../workspace/workspace-context.tsx';
import type { Seated } from '../workspace/workspace-state.ts';
import { ChatField } from './chat-field.tsx';
import { ChatMessage } from './chat-message.tsx';
import styles from './chat-panel.module.css';

interface ChatPanelProps {
  readonly seat: Seated;
  readonly disabled: boolean;
  /** The agent has asked for it just now. */
  readonly focus: boolean;
  readonly onClose: () => void;
}

/** The chat beside the customer's page. */
export function ChatPanel({ seat, disabled, focus, onClose }: ChatPanelProps) {
  const { chat } = useWorkspace();
  const words = useWords().chat;
  const { entries, typing, answers } = useSyncExternalStore(chat.subscribe, chat.state);
  const field = useRef<HTMLTextAreaElement>(null);
  const log = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  useEffect(() => {
    chat.show(true);
    return () => chat.show(false);
  }, [chat]);
  useEffect(() => {
    if (focus) field.current?.focus({ preventScroll: true });
  }, [focus]);
  const newest = entries.length;
  useLayoutEffect(() => {
    if (newest > 0 && log.current && atEnd.current) log.current.scrollTop = log.current.scrollHeight;
  }, [newest]);
  const names = typing.map((id) =>
    id === null
      ? words.customer
      : (seat.session.Participants.find(({ ParticipantId }) => ParticipantId === id)?.Name ?? ''),
  );

  return (
    <aside className={styles['panel']} aria-label={words.title}>
      <header className={styles['head']}>
        <h2>{words.title}</h2>
        <ActionIcon variant="subtle" color="gray" size={30} aria-label={words.close} onClick={onClose}>
          <IconX size={17} stroke={1.7} aria-hidden="true" />
        </ActionIcon>
      </header>
      {entries.length === 0 && <p className={styles['empty']}>{disabled ? words.noCustomer : words.empty}</p>}
      <div
        ref={log}
        className={styles['log']}
        role="log"
        aria-label={words.title}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is scrolled by keys
        tabIndex={0}
        onScroll={({ currentTarget: { scrollHeight, scrollTop, clientHeight } }) => {
          atEnd.current = scrollHeight - scrollTop - clientHeight < 40;
        }}
      >
        <ol>
          {entries.map((entry) => (
            <ChatMessage key={`${entry.from} ${entry.own} ${entry.id}`} entry={entry} onRetry={chat.retry} />
          ))}
        </ol>
      </div>
      <p className={styles['typing']} role="status">
        {names.length > 0 && words.typing(names)}
      </p>
      <ChatField
        field={field}
        answers={answers}
        disabled={disabled}
        onTyped={chat.type}
        onSend={(text) => {
          atEnd.current = true;
          chat.write(text);
        }}
        onLeave={() => {
          field.current?.blur();
          document.getElementById('stage')?.focus({ preventScroll: true });
        }}
      />
    </aside>
  );
}
