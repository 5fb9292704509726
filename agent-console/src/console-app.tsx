import { useEffect, useState } from 'react';
import { PolicyDesk, RetentionDesk } from './administration/desk-parts.ts';
import { Part } from './parts/part.tsx';
import { useAdministers } from './policy/use-administers.ts';
import { openPage, usePage } from './policy/use-page.ts';
import { ConsoleShell } from './shell/console-shell.tsx';
import { useSignIn, useSignInState } from './sign-in/sign-in-context.tsx';
import { SignInScreen } from './sign-in/sign-in-screen.tsx';
import type { Identity } from './sign-in/sign-in-state.ts';
import { useWords } from './words/language-context.tsx';
import type { Workspace } from './workspace/workspace.ts';
import { useWorkspaceState, WorkspaceProvider } from './workspace/workspace-context.tsx';

/** Opens a workspace for as long as somebody is signed in. */
export function ConsoleApp({ openWorkspace }: { readonly openWorkspace: () => Workspace }) {
  const state = useSignInState();
  const signedIn = state.type === 'signed-in';
  const [workspace, setWorkspace] = useState<Workspace>();
  const words = useWords();

  useEffect(() => {
    if (!signedIn) return;
    const opened = openWorkspace();
    opened.start();
    setWorkspace(opened);
    return () => {
      opened.stop();
      setWorkspace(undefined);
    };
  }, [signedIn, openWorkspace]);

  useEffect(() => {
    if (!signedIn) document.title = words.shared.pageTitle(words.signIn.pageTitle);
  }, [signedIn, words]);

  if (state.type !== 'signed-in') return <SignInScreen state={state} />;
  if (!workspace) return null;
  return (
    <WorkspaceProvider workspace={workspace}>
      <SpentSignIn />
      <Pages identity={state.identity} />
    </WorkspaceProvider>
  );
}

/** Customers, or for administrators the masking policy and what is kept. */
function Pages({ identity }: { readonly identity: Identity }) {
  const administers = useAdministers();
  const page = usePage();
  if (administers && page === 'policy')
    return (
      <Part>
        <PolicyDesk onLeave={() => openPage('desk')} />
      </Part>
    );
  if (administers && page === 'retention')
    return (
      <Part>
        <RetentionDesk onLeave={() => openPage('desk')} />
      </Part>
    );
  return (
    <ConsoleShell
      identity={identity}
      onPolicy={administers ? () => openPage('policy') : undefined}
      onRetention={administers ? () => openPage('retention') : undefined}
    />
  );
}

/** When the node no longer takes the sign-in, the console says so instead of trying for ever. */
function SpentSignIn() {
  const signIn = useSignIn();
  const { link } = useWorkspaceState();
  useEffect(() => {
    if (link.type === 'expired') signIn.expire();
  }, [link, signIn]);
  return null;
}
