import { ActionIcon, Tooltip } from '@mantine/core';
import { IconMessages } from '@tabler/icons-react';
import { useSyncExternalStore } from 'react';
import { useWords } from '../words/language-context.tsx';
import { useWorkspace } from '../workspace/workspace-context.tsx';
import styles from './chat-panel.module.css';

/** Opens and closes the chat, and says how much of it is unread. */
export function ChatToggle({
  opened,
  onToggle,
}: {
  readonly opened: boolean;
  readonly onToggle: () => void;
}) {
  const { chat } = useWorkspace();
  const { unread } = useSyncExternalStore(chat.subscribe, chat.state);
  const words = useWords().chat;
  return (
    <Tooltip label={words.hint}>
      <ActionIcon
        variant="default"
        size={32}
        className={styles['toggle'] ?? ''}
        aria-label={words.open(unread)}
        aria-expanded={opened}
        aria-keyshortcuts="M"
        onClick={onToggle}
      >
        <IconMessages size={17} stroke={1.7} aria-hidden="true" />
        {unread > 0 && (
          <span className={`${styles['unread']} numbers`} aria-hidden="true">
            {Math.min(unread, 99)}
          </span>
        )}
      </ActionIcon>
    </Tooltip>
  );
}
