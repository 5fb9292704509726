import type { Entry } from '@cobrowse/client/chat';
import { Button } from '@mantine/core';
import type { Words } from '../words/en/index.ts';
import { useLanguage } from '../words/language-context.tsx';
import styles from './chat-panel.module.css';

/** One message. What anybody wrote is text, links too: they lead where the customer's page may want an agent to go. */
export function ChatMessage({
  entry,
  onRetry,
}: {
  readonly entry: Entry;
  readonly onRetry: (id: string) => void;
}) {
  const { code, words } = useLanguage();
  const { id, own, from, name, text, at, progress } = entry;
  return (
    <li className={styles['message']} data-own={own || undefined} data-progress={progress}>
      {!own && (
        <span className={styles['by']}>
          <bdi>{from === null ? words.chat.customer : name}</bdi>
        </span>
      )}
      <div className={styles['said']} dir="auto">
        {text}
      </div>
      <span className={styles['way']}>
        <time dateTime={new Date(at).toISOString()}>
          {new Intl.DateTimeFormat(code, { hour: 'numeric', minute: '2-digit' }).format(at)}
        </time>
        {own && <span>{wayWords(entry, words.chat)}</span>}
        {progress === 'failed' && (
          <Button size="compact-xs" variant="default" onClick={() => onRetry(id)}>
            {words.chat.retry}
          </Button>
        )}
      </span>
    </li>
  );
}

function wayWords({ progress, refusal }: Entry, words: Words['chat']): string {
  if (progress !== 'failed') return words[progress];
  if (refusal === 'TooManyAttempts') return words.tooFast;
  return refusal === null ? words.failed : words.notNow;
}
