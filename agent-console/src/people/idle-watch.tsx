import { useIdle } from '@mantine/hooks';
import { useEffect } from 'react';
import { useWorkspace } from '../workspace/workspace-context.tsx';

/** After this long without a key or a move, in milliseconds, nobody is at the console. */
export const idleAfter = 5 * 60_000;

/** Tells the node whether anybody is at this console. */
export function IdleWatch() {
  const workspace = useWorkspace();
  const idle = useIdle(idleAfter, { initialState: false });
  useEffect(() => workspace.idleIs(idle), [workspace, idle]);
  return null;
}
