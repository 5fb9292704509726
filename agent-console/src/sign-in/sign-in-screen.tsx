import { Button } from '@mantine/core';
import { IconArrowRight, IconPlugConnectedX } from '@tabler/icons-react';
import { Mark } from '../theme/mark.tsx';
import { Panel } from '../theme/panel.tsx';
import { useSignIn } from './sign-in-context.tsx';
import styles from './sign-in-screen.module.css';
import type { SignInState } from './sign-in-state.ts';

const words: Record<'new' | 'own-wish' | 'expired' | 'failed', { title: string; body: string }> = {
  new: {
    title: 'Agent console',
    body: 'See the page your customer sees, only after they agree, and point the way.',
  },
  'own-wish': {
    title: 'You are signed out',
    body: 'Nobody can see a customer’s page from this browser now.',
  },
  expired: {
    title: 'Your sign-in has expired',
    body: 'Sign in again. If you were with a customer, you go on where you were.',
  },
  failed: {
    title: 'Sign-in did not work',
    body: 'The identity provider did not confirm who you are. Try again, or ask your administrator.',
  },
};

/** What shows while nobody is signed in. */
export function SignInScreen({ state }: { readonly state: Exclude<SignInState, { type: 'signed-in' }> }) {
  const signIn = useSignIn();
  switch (state.type) {
    case 'starting':
    case 'leaving':
      return (
        <main className={styles['blank']} aria-busy="true">
          <Mark size={40} />
          <p role="status">{state.type === 'starting' ? 'Starting…' : 'Opening the sign-in page…'}</p>
        </main>
      );
    case 'unavailable':
      return (
        <main className={styles['blank']}>
          <Panel
            live="assertive"
            tone="poor"
            icon={<IconPlugConnectedX size={26} stroke={1.6} />}
            title="The server does not answer"
            actions={<Button onClick={signIn.retry}>Try again</Button>}
          >
            <p>The console could not load its settings. Check your network, then try again.</p>
          </Panel>
        </main>
      );
    case 'signed-out': {
      const { title, body } = words[state.because];
      return (
        <main className={styles['screen']}>
          <div className={styles['card']}>
            <div className={styles['brand']}>
              <Mark size={36} />
              <span>CoBrowse</span>
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
              {state.because === 'new' ? 'Sign in' : 'Sign in again'}
            </Button>
            <small>You continue at your organisation’s own sign-in page.</small>
          </div>
        </main>
      );
    }
    default:
      return state satisfies never;
  }
}
