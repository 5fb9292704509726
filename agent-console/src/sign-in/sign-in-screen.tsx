import { Button } from '@mantine/core';
import { IconArrowRight, IconPlugConnectedX } from '@tabler/icons-react';
import { Mark } from '../theme/mark.tsx';
import { Panel } from '../theme/panel.tsx';
import { useWords } from '../words/language-context.tsx';
import { useSignIn } from './sign-in-context.tsx';
import styles from './sign-in-screen.module.css';
import type { SignInState } from './sign-in-state.ts';

/** What shows while nobody is signed in. */
export function SignInScreen({ state }: { readonly state: Exclude<SignInState, { type: 'signed-in' }> }) {
  const signIn = useSignIn();
  const { signIn: words, shared } = useWords();
  switch (state.type) {
    case 'starting':
    case 'leaving':
      return (
        <main className={styles['blank']} aria-busy="true">
          <Mark size={40} />
          <p role="status">{state.type === 'starting' ? words.starting : words.opening}</p>
        </main>
      );
    case 'unavailable':
      return (
        <main className={styles['blank']}>
          <Panel
            live="assertive"
            tone="poor"
            icon={<IconPlugConnectedX size={26} stroke={1.6} />}
            title={words.unavailable.title}
            actions={<Button onClick={signIn.retry}>{words.unavailable.retry}</Button>}
          >
            <p>{words.unavailable.body}</p>
          </Panel>
        </main>
      );
    case 'signed-out': {
      const { title, body } = words.because[state.because];
      return (
        <main className={styles['screen']}>
          <div className={styles['card']}>
            <div className={styles['brand']}>
              <Mark size={36} />
              <span>{shared.product}</span>
            </div>
            <h1>{title}</h1>
            <p>{body}</p>
            <Button
              size="md"
              fullWidth
              autoFocus
              onClick={signIn.begin}
              rightSection={<IconArrowRight size={16} aria-hidden="true" />}
            >
              {state.because === 'new' ? words.begin : words.again}
            </Button>
            <small>{words.whither}</small>
          </div>
        </main>
      );
    }
    default:
      return state satisfies never;
  }
}
