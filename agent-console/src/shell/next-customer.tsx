import type { QueueEntry } from '@cobrowse/client/protocol';
import { Button, Kbd } from '@mantine/core';
import { clockDuration } from '../clock/duration.ts';
import { useNow } from '../clock/use-now.ts';
import { originWords } from '../queue/origin-words.ts';
import { useWords } from '../words/language-context.tsx';
import styles from './next-customer.module.css';

interface NextCustomerProps {
  readonly entry: QueueEntry;
  readonly behind: number;
  readonly onClaim: () => void;
}

/** The customer who waits longest, in the middle of an idle stage. */
export function NextCustomer({ entry, behind, onClaim }: NextCustomerProps) {
  const now = useNow();
  const { next: words, claim } = useWords().queue;
  const topic = entry.Topic ?? words.someone;
  return (
    <section className={styles['card']} role="status" aria-label={topic}>
      <p className={styles['eyebrow']}>{words.eyebrow}</p>
      <h2>{topic}</h2>
      <dl>
        <div>
          <dt>{words.on}</dt>
          <dd>{originWords(entry.Origin)}</dd>
        </div>
        <div>
          <dt>{words.waiting}</dt>
          <dd className="numbers">{clockDuration(now - entry.WaitingSince)}</dd>
        </div>
        <div>
          <dt>{words.behind}</dt>
          <dd className="numbers">{behind === 0 ? words.nobody : behind}</dd>
        </div>
      </dl>
      <Button size="md" fullWidth rightSection={<Kbd size="xs">C</Kbd>} onClick={onClaim}>
        {claim}
      </Button>
      <p className={styles['note']}>{words.asked}</p>
    </section>
  );
}
