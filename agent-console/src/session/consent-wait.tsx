import { Button } from '@mantine/core';
import { useNow } from '../clock/use-now.ts';
import { Panel } from '../theme/panel.tsx';
import { useWords } from '../words/language-context.tsx';
import { useWorkspace } from '../workspace/workspace-context.tsx';
import styles from './consent-wait.module.css';
import { TwoWordsWhileAsking } from './two-words.tsx';

interface ConsentWaitProps {
  readonly agentName: string;
  /** When silence becomes a no, Unix milliseconds. */
  readonly until: number | undefined;
  readonly since: number;
  readonly words: string | null;
}

/** While the customer decides. */
export function ConsentWait({ agentName, until, since, words }: ConsentWaitProps) {
  const { consent } = useWords().session;
  const workspace = useWorkspace();
  const now = useNow(250);
  const left = until === undefined ? undefined : Math.max(0, until - now);
  const share = left === undefined || until === undefined ? 1 : left / Math.max(1, until - since);
  return (
    <Panel
      title={consent.title}
      bareIcon
      icon={<CountdownRing share={Math.min(1, share)} left={left} />}
      tone="accent"
      actions={
        <Button variant="default" onClick={() => void workspace.leave()}>
          {consent.stop}
        </Button>
      }
    >
      <p>{consent.body(agentName)}</p>
      {words && <TwoWordsWhileAsking words={words} />}
      {left !== undefined && (
        <p className={`${styles['left']} numbers`} role="timer" aria-live="off">
          {left > 0 ? consent.left(Math.ceil(left / 1000)) : consent.over}
        </p>
      )}
    </Panel>
  );
}

const radius = 22;
const around = 2 * Math.PI * radius;

function CountdownRing({ share, left }: { readonly share: number; readonly left: number | undefined }) {
  return (
    <span className={styles['countdown']}>
      <svg width="54" height="54" viewBox="0 0 54 54" className={styles['ring']} aria-hidden="true">
        <circle cx="27" cy="27" r={radius} />
        <circle cx="27" cy="27" r={radius} strokeDasharray={around} strokeDashoffset={around * (1 - share)} />
      </svg>
      {left !== undefined && <span className="numbers">{Math.ceil(left / 1000)}</span>}
    </span>
  );
}
