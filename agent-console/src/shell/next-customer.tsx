import type { QueueEntry } from '@cobrowse/client/protocol';
import { Button, Kbd } from '@mantine/core';
import { clockDuration } from '../clock/duration.ts';
import { useNow } from '../clock/use-now.ts';
import { originWords } from '../queue/origin-words.ts';
import styles from './next-customer.module.css';

interface NextCustomerProps {
  readonly entry: QueueEntry;
  readonly behind: number;
  readonly onClaim: () => void;
}

/** The customer who waits longest, in the middle of an idle stage. */
export function NextCustomer({ entry, behind, onClaim }: NextCustomerProps) {
  const now = useNow();
  const topic = entry.Topic ?? 'A customer is waiting';
  return (
    <section className={styles['card']} role="status" aria-label={topic}>
      <p className={styles['eyebrow']}>Next in line</p>
      <h2>{topic}</h2>
      <dl>
        <div>
          <dt>On</dt>
          <dd>{originWords(entry.Origin)}</dd>
        </div>
        <div>
          <dt>Waiting</dt>
          <dd className="numbers">{clockDuration(now - entry.WaitingSince)}</dd>
        </div>
        <div>
          <dt>Behind them</dt>
          <dd className="numbers">{behind === 0 ? 'nobody' : behind}</dd>
        </div>
      </dl>
      <Button size="md" fullWidth rightSection={<Kbd size="xs">C</Kbd>} onClick={onClaim}>
        Claim
      </Button>
      <p className={styles['note']}>They are asked by your name before you see anything.</p>
    </section>
  );
}
