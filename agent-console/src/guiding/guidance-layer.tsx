import { encodeGuidance } from '@cobrowse/client/protocol';
import type { Replica } from '@cobrowse/client/replica';
import { type PointerEvent, useEffect, useMemo, useRef, useState } from 'react';
import { useWords } from '../words/language-context.tsx';
import type { DrawingDesk } from './drawing-desk.ts';
import { DrawingGesture } from './drawing-gesture.ts';
import styles from './guidance-layer.module.css';
import { GuideThrottle } from './guide-throttle.ts';
import type { Tool } from './tools.ts';

interface GuidanceLayerProps {
  readonly replica: Replica | undefined;
  readonly scale: number;
  readonly enabled: boolean;
  readonly tool: Tool;
  readonly label: string | undefined;
  readonly fades: boolean;
  readonly desk: DrawingDesk | undefined;
  readonly send: (body: Uint8Array) => void;
  /** A field is to be chosen here, in CSS pixels of the replica's viewport. */
  readonly onPick: (at: { readonly x: number; readonly y: number }) => void;
}

interface Mark {
  readonly id: number;
  readonly x: number;
  readonly y: number;
}

/** Takes the agent's mouse above the replica and shows it to the customer: nothing else of it reaches the page. */
export function GuidanceLayer(props: GuidanceLayerProps) {
  const words = useWords().guiding;
  const { replica, scale, enabled, tool, label, fades, desk, send, onPick } = props;
  const halo = useRef<HTMLDivElement>(null);
  const shown = useRef(false);
  const [marks, setMarks] = useState<readonly Mark[]>([]);
  const gesture = useMemo(
    () =>
      replica && desk && tool !== 'pointer' && tool !== 'value'
        ? new DrawingGesture(tool, replica, desk)
        : undefined,
    [replica, desk, tool],
  );
  useEffect(() => () => gesture?.cancel(), [gesture]);
  useEffect(() => {
    if (!enabled) gesture?.cancel();
  }, [enabled, gesture]);

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
  const spot = ({ left, top }: { left: number; top: number }) => ({ x: left / scale, y: top / scale });

  return (
    <div
      className={styles['guidance']}
      data-tool={tool}
      role="img"
      aria-label={words.live(words.tools[tool].hint)}
      onPointerMove={(event) => {
        const at = place(event);
        if (halo.current) {
          halo.current.hidden = tool !== 'pointer';
          halo.current.style.translate = `${at.left}px ${at.top}px`;
        }
        throttle.offer(spot(at));
        gesture?.move(spot(at));
      }}
      onPointerLeave={() => {
        hide();
        gesture?.away();
      }}
      onPointerCancel={() => {
        hide();
        gesture?.cancel();
      }}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        const at = place(event);
        if (gesture) {
          event.currentTarget.setPointerCapture(event.pointerId);
          gesture.down(spot(at), { label, fades });
          return;
        }
        if (tool === 'value') {
          // The press would take the focus from the value that is to be written.
          event.preventDefault();
          onPick(spot(at));
        }
        if (tool !== 'pointer') return;
        const { x, y } = spot(at);
        const anchor = replica.anchor(x, y);
        if (!anchor) return;
        send(encodeGuidance({ type: 'click', anchor }));
        setMarks((all) => [...all.slice(-4), { id: (all.at(-1)?.id ?? 0) + 1, x: at.left, y: at.top }]);
      }}
      onPointerUp={(event) => gesture?.up(spot(place(event)))}
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
