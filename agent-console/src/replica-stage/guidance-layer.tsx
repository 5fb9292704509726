import { encodeGuidance } from '@cobrowse/client/protocol';
import type { Replica } from '@cobrowse/client/replica';
import { type PointerEvent, useEffect, useMemo, useRef, useState } from 'react';
import { GuideThrottle } from './guide-throttle.ts';
import styles from './stage.module.css';

interface GuidanceLayerProps {
  readonly replica: Replica | undefined;
  readonly scale: number;
  readonly enabled: boolean;
  readonly send: (body: Uint8Array) => void;
}

interface Mark {
  readonly id: number;
  readonly x: number;
  readonly y: number;
}

/** Takes the agent's mouse above the replica and shows it to the customer: nothing else of it reaches the page. */
export function GuidanceLayer({ replica, scale, enabled, send }: GuidanceLayerProps) {
  const halo = useRef<HTMLDivElement>(null);
  const shown = useRef(false);
  const [marks, setMarks] = useState<readonly Mark[]>([]);

  const throttle = useMemo(
    () =>
      new GuideThrottle<{ x: number; y: number }>(({ x, y }) => {
        const anchor = replica?.anchor(x, y);
        if (anchor) send(encodeGuidance({ type: 'pointer', anchor }));
        else if (shown.current) send(encodeGuidance({ type: 'hide' }));
        shown.current = anchor !== undefined;
      }),
    [replica, send],
  );

  const hide = () => {
    throttle.drop();
    if (shown.current) send(encodeGuidance({ type: 'hide' }));
    shown.current = false;
    if (halo.current) halo.current.hidden = true;
  };
  useEffect(() => () => throttle.drop(), [throttle]);
  useEffect(() => {
    if (!enabled && shown.current) {
      throttle.drop();
      send(encodeGuidance({ type: 'hide' }));
      shown.current = false;
    }
  }, [enabled, throttle, send]);

  if (!enabled || !replica) return null;

  const place = (event: PointerEvent) => {
    const box = event.currentTarget.getBoundingClientRect();
    return { left: event.clientX - box.left, top: event.clientY - box.top };
  };

  return (
    <div
      className={styles['guidance']}
      role="img"
      aria-label="The customer’s page, live. Moving the mouse over it shows the customer where you point; a click leaves a mark."
      onPointerMove={(event) => {
        const { left, top } = place(event);
        if (halo.current) {
          halo.current.hidden = false;
          halo.current.style.translate = `${left}px ${top}px`;
        }
        throttle.offer({ x: left / scale, y: top / scale });
      }}
      onPointerLeave={hide}
      onPointerCancel={hide}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        const { left, top } = place(event);
        const anchor = replica.anchor(left / scale, top / scale);
        if (!anchor) return;
        send(encodeGuidance({ type: 'click', anchor }));
        setMarks((all) => [...all.slice(-4), { id: (all.at(-1)?.id ?? 0) + 1, x: left, y: top }]);
      }}
    >
      <div className={styles['halo']} ref={halo} hidden />
      {marks.map((mark) => (
        <div
          key={mark.id}
          className={styles['ownMark']}
          style={{ translate: `${mark.x}px ${mark.y}px` }}
          onAnimationEnd={() => setMarks((all) => all.filter((other) => other.id !== mark.id))}
        />
      ))}
    </div>
  );
}
