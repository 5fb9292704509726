import { useEffect, useState } from 'react';
import { ConsoleShell } from './shell/console-shell.tsx';
import { useSignIn, useSignInState } from './sign-in/sign-in-context.tsx';
import { SignInScreen } from './sign-in/sign-in-screen.tsx';
import type { Workspace } from './workspace/workspace.ts';
import { useWorkspaceState, WorkspaceProvider } from './workspace/workspace-context.tsx';

/** Opens a workspace for as long as somebody is signed in. */
export function ConsoleApp({ openWorkspace }: { readonly openWorkspace: () => Workspace }) {
  const state = useSignInState();
  const signedIn = state.type === 'signed-in';
  const [workspace, setWorkspace] = useState<Workspace>();

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
    if (!signedIn) document.title = 'Sign in · CoBrowse';
  }, [signedIn]);

  if (state.type !== 'signed-in') return <SignInScreen state={state} />;
  if (!workspace) return null;
  return (
    <WorkspaceProvider workspace={workspace}>
      <SpentSignIn />
      <ConsoleShell identity={state.identity} />
    </WorkspaceProvider>
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
