import { spokenDuration } from '../clock/duration.ts';
import { useNow } from '../clock/use-now.ts';
import { useLanguage, useWords } from '../words/language-context.tsx';
import type { Link } from '../workspace/workspace-state.ts';
import styles from './link-status.module.css';

/** The connection's state at the foot of the rail. */
export function LinkStatus({ link }: { readonly link: Link }) {
  const words = useWords().connection.link;
  return (
    <div className={styles['status']} data-link={link.type} role="status">
      <span className={styles['dot']} aria-hidden="true" />
      {words[link.type]}
      {link.type === 'reconnecting' && <Gone since={link.since} />}
    </div>
  );
}

function Gone({ since }: { readonly since: number }) {
  const now = useNow();
  const { code } = useLanguage();
  return (
    <span className="numbers" aria-hidden="true">
      {now - since >= 3000 && spokenDuration(now - since, code)}
    </span>
  );
}
