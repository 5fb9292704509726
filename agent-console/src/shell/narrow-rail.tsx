import { ActionIcon, Tooltip } from '@mantine/core';
import { IconLayoutSidebarLeftExpand } from '@tabler/icons-react';
import { linkWords } from '../connection/link-status.tsx';
import { Mark } from '../theme/mark.tsx';
import type { Link } from '../workspace/workspace-state.ts';
import styles from './console-shell.module.css';

interface NarrowRailProps {
  readonly waiting: number;
  readonly link: Link;
  readonly onExpand: () => void;
}

/** The rail folded away: how many wait, whether the node is there, and the way back. */
export function NarrowRail({ waiting, link, onExpand }: NarrowRailProps) {
  return (
    <aside className={styles['narrow']} aria-label="Queue, folded">
      <Mark size={26} />
      <Tooltip label="Show the queue (B)" position="right">
        <ActionIcon
          variant="subtle"
          color="gray"
          size={32}
          aria-label={`Show the queue, ${waiting} waiting`}
          aria-expanded={false}
          onClick={onExpand}
        >
          <IconLayoutSidebarLeftExpand size={18} stroke={1.6} aria-hidden="true" />
        </ActionIcon>
      </Tooltip>
      {waiting > 0 && (
        <span className={`${styles['waiting']} numbers`} aria-hidden="true">
          {waiting}
        </span>
      )}
      <Tooltip label={linkWords(link)} position="right">
        <span className={styles['dot']} data-link={link.type} role="img" aria-label={linkWords(link)} />
      </Tooltip>
    </aside>
  );
}
