import { Tooltip } from '@mantine/core';
import { IconMessage2Check } from '@tabler/icons-react';
import { useWords } from '../words/language-context.tsx';
import styles from './two-words.module.css';

/** What the agent reads out, so that the customer knows whom they are talking to. */
export function TwoWords({ words }: { readonly words: string }) {
  const { twoWords } = useWords().starting;
  return (
    <Tooltip label={twoWords.hint} multiline w={280}>
      <button
        type="button"
        className={styles['chip']}
        aria-label={`${twoWords.label(words)}. ${twoWords.hint}`}
      >
        <IconMessage2Check size={15} stroke={1.7} aria-hidden="true" />
        <span>{words}</span>
      </button>
    </Tooltip>
  );
}

/** The same while the customer decides, when they are most needed. */
export function TwoWordsWhileAsking({ words }: { readonly words: string }) {
  const { twoWords } = useWords().starting;
  return (
    <p className={styles['asking']}>
      {twoWords.whileAsking} <strong>{words}</strong>
    </p>
  );
}
