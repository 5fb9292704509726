import { spokenDuration } from '../clock/duration.ts';
import { useNow } from '../clock/use-now.ts';
import type { Link } from '../workspace/workspace-state.ts';
import styles from './link-status.module.css';

/** The connection's state at the foot of the rail. */
export function LinkStatus({ link }: { readonly link: Link }) {
  return (
    <div className={styles['status']} data-link={link.type} role="status">
      <span className={styles['dot']} aria-hidden="true" />
      {linkWords(link)}
      {link.type === 'reconnecting' && <Gone since={link.since} />}
    </div>
  );
}

function Gone({ since }: { readonly since: number }) {
  const now = useNow();
  return (
    <span className="numbers" aria-hidden="true">
      {now - since >= 3000 && spokenDuration(now - since)}
    </span>
  );
}

export function linkWords(link: Link): string {
  switch (link.type) {
    case 'connecting':
      return 'Connecting…';
    case 'online':
      return 'Connected';
    case 'reconnecting':
      return 'Offline, trying again';
    case 'expired':
      return 'Signed out';
    case 'barred':
      return 'No access';
    default:
      return link satisfies never;
  }
}
