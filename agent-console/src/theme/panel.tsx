import type { ReactNode } from 'react';
import styles from './panel.module.css';

interface PanelProps {
  readonly icon?: ReactNode;
  /** The icon stands by itself, without a tile. */
  readonly bareIcon?: boolean;
  readonly tone?: 'calm' | 'accent' | 'good' | 'fair' | 'poor';
  readonly title: string;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
  /** Read out when it appears. */
  readonly live?: 'polite' | 'assertive';
}

/** One state, said in the middle of the stage: what is, what it means, what to do. */
export function Panel({
  icon,
  bareIcon = false,
  tone = 'calm',
  title,
  children,
  actions,
  live = 'polite',
}: PanelProps) {
  return (
    <div className={styles['centre']}>
      <section
        className={styles['panel']}
        data-tone={tone}
        role={live === 'assertive' ? 'alert' : 'status'}
        aria-label={title}
      >
        {icon && (
          <div className={styles['icon']} data-bare={bareIcon || undefined} aria-hidden="true">
            {icon}
          </div>
        )}
        <h2 className={styles['title']}>{title}</h2>
        {children && <div className={styles['body']}>{children}</div>}
        {actions && <div className={styles['actions']}>{actions}</div>}
      </section>
    </div>
  );
}
