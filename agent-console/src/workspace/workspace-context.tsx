import { createContext, type ReactNode, useContext, useSyncExternalStore } from 'react';
import type { Workspace } from './workspace.ts';
import type { WorkspaceState } from './workspace-state.ts';

const WorkspaceContext = createContext<Workspace | undefined>(undefined);

export function WorkspaceProvider({
  workspace,
  children,
}: {
  readonly workspace: Workspace;
  readonly children: ReactNode;
}) {
  return <WorkspaceContext value={workspace}>{children}</WorkspaceContext>;
}

/** The workspace to act on. */
export function useWorkspace(): Workspace {
  const workspace = useContext(WorkspaceContext);
  if (!workspace) throw new Error('useWorkspace needs a WorkspaceProvider above it.');
  return workspace;
}

/** The workspace's state, live. */
export function useWorkspaceState(): WorkspaceState {
  const workspace = useWorkspace();
  return useSyncExternalStore(workspace.subscribe, workspace.state);
}
