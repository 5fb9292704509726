import { Button } from '@mantine/core';
import { type ReactNode, useSyncExternalStore } from 'react';
import { useWords } from '../words/language-context.tsx';
import type { ControlDesk } from './control-desk.ts';
import type { ControlSeat } from './control-seat.ts';
import styles from './control-strip.module.css';
import { Travel } from './travel.tsx';

interface ControlStripProps {
  readonly seat: ControlSeat;
  readonly desk: ControlDesk;
  readonly onAsk: () => void;
  readonly onRelease: () => void;
  readonly onDismiss: () => void;
}

/** How control stands, what was refused and why, and the way out of it. */
export function ControlStrip({ seat, desk, onAsk, onRelease, onDismiss }: ControlStripProps) {
  const { control } = useWords();
  const problem = useSyncExternalStore(desk.subscribe, desk.problem);
  switch (seat.type) {
    case 'taken':
      return null;
    case 'free':
      if (!seat.note) return null;
      return (
        <Strip
          title={control.note(seat.note)}
          actions={
            <>
              <Button size="compact-sm" onClick={onAsk}>
                {control.askAgain}
              </Button>
              <Button size="compact-sm" variant="default" onClick={onDismiss}>
                {control.dismiss}
              </Button>
            </>
          }
        />
      );
    case 'asking':
      return (
        <Strip
          title={control.asking}
          more={control.askingMore}
          actions={
            <Button size="compact-sm" variant="default" onClick={onRelease}>
              {control.cancelAsking}
            </Button>
          }
        />
      );
    case 'held':
    case 'yielded': {
      const yielded = seat.type === 'yielded';
      const refused =
        problem &&
        ('outcome' in problem
          ? control.outcome(problem.kind, problem.outcome)
          : control.refused(problem.kind, problem.refusal));
      return (
        <Strip
          tone={yielded ? undefined : 'good'}
          title={yielded ? control.yielded : control.held}
          more={yielded ? control.yieldedMore : control.heldMore}
          problem={refused}
          actions={
            <>
              <Travel desk={desk} disabled={yielded} />
              <Button size="compact-sm" color="poor" onClick={onRelease}>
                {control.stop}
              </Button>
            </>
          }
        />
      );
    }
    default:
      return seat satisfies never;
  }
}

interface StripProps {
  readonly tone?: 'good' | undefined;
  readonly title: string;
  readonly more?: string;
  readonly problem?: string | undefined;
  readonly actions: ReactNode;
}

function Strip({ tone, title, more, problem, actions }: StripProps) {
  return (
    <section className={styles['strip']} data-tone={tone} data-testid="control-strip">
      <div className={styles['text']} role="status" aria-label={title}>
        <strong>{title}</strong>
        {problem ? <span className={styles['problem']}>{problem}</span> : more && <span>{more}</span>}
      </div>
      <div className={styles['actions']}>{actions}</div>
    </section>
  );
}
