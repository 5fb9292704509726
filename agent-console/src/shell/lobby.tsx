import { Button, Loader } from '@mantine/core';
import { IconLock, IconPlugConnectedX, IconShieldLock } from '@tabler/icons-react';
import { Home } from '../home/home.tsx';
import { useSignIn } from '../sign-in/sign-in-context.tsx';
import { Panel } from '../theme/panel.tsx';
import { useWorkspaceState } from '../workspace/workspace-context.tsx';

/** The stage while no session is on it. */
export function Lobby({ onPolicy }: { readonly onPolicy: (() => void) | undefined }) {
  const { link, seat } = useWorkspaceState();
  const signIn = useSignIn();

  if (link.type === 'barred' && onPolicy)
    return (
      <Panel
        icon={<IconShieldLock size={26} stroke={1.6} />}
        title="You look after the masking policy"
        actions={<Button onClick={onPolicy}>Open the masking policy</Button>}
      >
        <p>You are signed in as an administrator. Customers are helped by agents.</p>
      </Panel>
    );
  if (link.type === 'barred')
    return (
      <Panel
        live="assertive"
        tone="poor"
        icon={<IconLock size={26} stroke={1.6} />}
        title="You may not use this console"
        actions={
          <Button variant="default" onClick={signIn.signOut}>
            Sign in as somebody else
          </Button>
        }
      >
        <p>You are signed in, but not as an agent. Ask your administrator for access.</p>
      </Panel>
    );
  if (link.type === 'reconnecting')
    return (
      <Panel
        live="assertive"
        tone="poor"
        icon={<IconPlugConnectedX size={26} stroke={1.6} />}
        title="No connection to the server"
      >
        <p>
          The console tries again by itself and goes on where it was. If this lasts more than a minute, check
          your network, then ask your administrator whether the server is up.
        </p>
      </Panel>
    );
  if (seat.type === 'taking')
    return (
      <Panel
        icon={<Loader size={22} />}
        title={seat.attempt.type === 'return' ? 'Returning to your session' : 'Joining'}
      >
        <p>
          {seat.attempt.type === 'return'
            ? 'You are with a customer: you go on where you were.'
            : 'Taking your place in the session.'}
        </p>
      </Panel>
    );
  return <Home />;
}
