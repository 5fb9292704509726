import { ActionIcon, Tooltip } from '@mantine/core';
import { IconLayoutSidebarLeftExpand } from '@tabler/icons-react';
import { Mark } from '../theme/mark.tsx';
import { useWords } from '../words/language-context.tsx';
import type { Link } from '../workspace/workspace-state.ts';
import styles from './console-shell.module.css';

interface NarrowRailProps {
  readonly waiting: number;
  readonly link: Link;
  readonly onExpand: () => void;
}

/** The rail folded away: how many wait, whether the node is there, and the way back. */
export function NarrowRail({ waiting, link, onExpand }: NarrowRailProps) {
  const words = useWords();
  return (
    <aside className={styles['narrow']} aria-label={words.shell.rail.folded}>
      <Mark size={26} />
      <Tooltip label={words.shell.rail.show} position="right">
        <ActionIcon
          variant="subtle"
          color="gray"
          size={32}
          aria-label={words.shell.rail.showWaiting(waiting)}
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
      <Tooltip label={words.connection.link[link.type]} position="right">
        <span
          className={styles['dot']}
          data-link={link.type}
          role="img"
          aria-label={words.connection.link[link.type]}
        />
      </Tooltip>
    </aside>
  );
}
