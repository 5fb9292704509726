import { Kbd } from '@mantine/core';
import { IconCoffee } from '@tabler/icons-react';
import { useWords } from '../words/language-context.tsx';
import styles from './home.module.css';

/** Nobody waits. */
export function QuietQueue() {
  const { quiet } = useWords().home;
  return (
    <section className={styles['quiet']} role="status" aria-label={quiet.title}>
      <IconCoffee size={26} stroke={1.6} aria-hidden="true" />
      <div>
        <h2>{quiet.title}</h2>
        <p>{quiet.body}</p>
        <p>
          <Kbd>/</Kbd> {quiet.key}
        </p>
      </div>
    </section>
  );
}
