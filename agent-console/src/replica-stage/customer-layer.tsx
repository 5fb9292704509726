import type { Replica } from '@cobrowse/client/replica';
import { useEffect, useRef, useSyncExternalStore } from 'react';
import { useWords } from '../words/language-context.tsx';
import type { CustomerPresence } from './customer-presence.ts';
import { boxInReplica } from './replica-box.ts';
import styles from './stage.module.css';

interface CustomerLayerProps {
  readonly presence: CustomerPresence;
  readonly replica: Replica | undefined;
  readonly scale: number;
}

/** The customer's pointer, clicks and focus, drawn above the replica. */
export function CustomerLayer({ presence, replica, scale }: CustomerLayerProps) {
  const view = useSyncExternalStore(presence.subscribe, presence.view);
  return (
    <div className={styles['customer']} aria-hidden="true">
      <FocusOutline replica={replica} node={view.focus} strong={view.focusVisible} scale={scale} />
      {view.clicks.map((click) => (
        <div
          key={click.id}
          className={styles['click']}
          style={{ translate: `${click.x * scale}px ${click.y * scale}px` }}
          onAnimationEnd={() => presence.clickShown(click.id)}
        />
      ))}
      {view.pointed && <CustomerPointer presence={presence} scale={scale} />}
    </div>
  );
}

function CustomerPointer({
  presence,
  scale,
}: {
  readonly presence: CustomerPresence;
  readonly scale: number;
}) {
  const words = useWords().session.stage;
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    let handle: number | undefined;
    const draw = (now: number) => {
      handle = undefined;
      const at = presence.path.position(now);
      if (at && element.current) element.current.style.translate = `${at.x * scale}px ${at.y * scale}px`;
      if (presence.path.moving()) handle = requestAnimationFrame(draw);
    };
    const wake = () => {
      handle ??= requestAnimationFrame(draw);
    };
    wake();
    const unsubscribe = presence.subscribe(wake);
    return () => {
      unsubscribe();
      if (handle !== undefined) cancelAnimationFrame(handle);
    };
  }, [presence, scale]);
  return (
    <div className={styles['pointer']} ref={element} data-testid="customer-pointer">
      <svg width="20" height="24" viewBox="0 0 20 24" aria-hidden="true">
        <path
          d="M2 2l5.2 17.4 3.4-6.6 7-1.8z"
          fill="var(--customer)"
          stroke="#fff"
          strokeWidth="1.6"
          strokeLinejoin="round"
        />
      </svg>
      <span>{words.customer}</span>
    </div>
  );
}

interface FocusOutlineProps {
  readonly replica: Replica | undefined;
  readonly node: number;
  readonly strong: boolean;
  readonly scale: number;
}

/** Follows the focused element, which moves when its page scrolls or changes. */
function FocusOutline({ replica, node, strong, scale }: FocusOutlineProps) {
  const outline = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!replica || node === 0) return;
    let handle = 0;
    const follow = () => {
      const box = boxInReplica(replica, node);
      const mark = outline.current;
      if (mark) {
        mark.hidden = box === undefined;
        if (box) {
          mark.style.translate = `${box.x * scale}px ${box.y * scale}px`;
          mark.style.width = `${box.width * scale}px`;
          mark.style.height = `${box.height * scale}px`;
        }
      }
      handle = requestAnimationFrame(follow);
    };
    follow();
    return () => cancelAnimationFrame(handle);
  }, [replica, node, scale]);
  return node === 0 ? null : (
    <div className={styles['focus']} ref={outline} data-strong={strong || undefined} hidden />
  );
}
