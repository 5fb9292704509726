import { Button, Loader } from '@mantine/core';
import { IconLock, IconPlugConnectedX, IconShieldLock } from '@tabler/icons-react';
import { Home } from '../home/home.tsx';
import { useSignIn } from '../sign-in/sign-in-context.tsx';
import { Panel } from '../theme/panel.tsx';
import { useWords } from '../words/language-context.tsx';
import { useWorkspaceState } from '../workspace/workspace-context.tsx';

/** The stage while no session is on it. */
export function Lobby({ onPolicy }: { readonly onPolicy: (() => void) | undefined }) {
  const { link, seat } = useWorkspaceState();
  const signIn = useSignIn();
  const words = useWords().shell.lobby;

  if (link.type === 'barred' && onPolicy)
    return (
      <Panel
        icon={<IconShieldLock size={26} stroke={1.6} />}
        title={words.administers.title}
        actions={<Button onClick={onPolicy}>{words.administers.open}</Button>}
      >
        <p>{words.administers.body}</p>
      </Panel>
    );
  if (link.type === 'barred')
    return (
      <Panel
        live="assertive"
        tone="poor"
        icon={<IconLock size={26} stroke={1.6} />}
        title={words.barred.title}
        actions={
          <Button variant="default" onClick={signIn.signOut}>
            {words.barred.other}
          </Button>
        }
      >
        <p>{words.barred.body}</p>
      </Panel>
    );
  if (link.type === 'reconnecting')
    return (
      <Panel
        live="assertive"
        tone="poor"
        icon={<IconPlugConnectedX size={26} stroke={1.6} />}
        title={words.offline.title}
      >
        <p>{words.offline.body}</p>
      </Panel>
    );
  if (seat.type === 'taking') {
    const { title, body } = seat.attempt.type === 'return' ? words.returning : words.joining;
    return (
      <Panel icon={<Loader size={22} />} title={title}>
        <p>{body}</p>
      </Panel>
    );
  }
  return <Home />;
}
