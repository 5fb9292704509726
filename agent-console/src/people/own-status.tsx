import { Kbd, Tooltip, UnstyledButton } from '@mantine/core';
import { useWords } from '../words/language-context.tsx';
import { useWorkspace, useWorkspaceState } from '../workspace/workspace-context.tsx';
import styles from './people.module.css';

/** Whether colleagues can ask this agent, and the way to change it. */
export function OwnStatus() {
  const workspace = useWorkspace();
  const { desk, link } = useWorkspaceState();
  const { own, status: names } = useWords().people;
  // Keeps its room while it is not known, so that nothing jumps.
  if (!desk) return <div className={styles['own']} aria-hidden="true" />;
  const { Status: status } = desk.self;
  const hint = status === 'Busy' ? own.busy : status === 'Away' ? own.toAvailable : own.toAway;
  return (
    <Tooltip label={hint}>
      <UnstyledButton
        className={styles['own'] ?? ''}
        aria-keyshortcuts="w"
        disabled={link.type !== 'online'}
        onClick={() => toggleAway(workspace, status)}
      >
        <StatusDot status={status} />
        <span className="out-of-sight">{own.label}</span>
        <span>{names[status]}</span>
        {status !== 'Busy' && (
          <Kbd size="xs" aria-hidden="true">
            W
          </Kbd>
        )}
      </UnstyledButton>
    </Tooltip>
  );
}

/** Busy goes by itself; of the rest, the other one is chosen. */
export function toggleAway(
  workspace: { chooseStatus(status: 'Available' | 'Away'): Promise<unknown> },
  status: 'Available' | 'Busy' | 'Away' | undefined,
): void {
  if (status === 'Available' || status === 'Away')
    void workspace.chooseStatus(status === 'Away' ? 'Available' : 'Away');
}

/** Told apart by shape too, for those who do not tell these colours apart. */
export function StatusDot({ status }: { readonly status: 'Available' | 'Busy' | 'Away' }) {
  return <span className={styles['dot']} data-status={status} aria-hidden="true" />;
}
