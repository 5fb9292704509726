import { type Aim, encodeGuidance } from '@cobrowse/client/protocol';
import type { Replica } from '@cobrowse/client/replica';
import {
  type ClipboardEvent,
  type KeyboardEvent,
  type PointerEvent,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { GuideThrottle } from '../guiding/guide-throttle.ts';
import { useWords } from '../words/language-context.tsx';
import { aimAt, aimOf } from './aim.ts';
import type { ControlDesk } from './control-desk.ts';
import styles from './control-layer.module.css';
import { FieldPicker } from './field-picker.tsx';
import { keystroke } from './keystroke.ts';
import { type Press, pressOn } from './press.ts';

interface ControlLayerProps {
  readonly replica: Replica;
  readonly scale: number;
  readonly desk: ControlDesk;
  /** The customer's hands are on the page. */
  readonly yielded: boolean;
  /** What has the focus on the customer's page, 0 for nothing that is known. */
  readonly focus: number;
  readonly guide: (body: Uint8Array) => void;
  readonly onLeave: () => void;
}

/** Shorter, in CSS pixels of the customer's page, is no drag. */
const shortest = 6;
const longestPasted = 500;

interface Picking {
  readonly press: Exclude<Press, { type: 'action' }>;
  readonly at: Aim;
  readonly left: number;
  readonly top: number;
}

/** Takes the agent's mouse and keys above the replica, for the customer's page alone. */
export function ControlLayer({ replica, scale, desk, yielded, focus, guide, onLeave }: ControlLayerProps) {
  const { control } = useWords();
  const layer = useRef<HTMLDivElement>(null);
  const from = useRef<{ aim: Aim; x: number; y: number } | undefined>(undefined);
  const over = useRef(0);
  /** Where the keys go: what was pressed last, or what the customer's page says since. */
  const target = useRef(focus);
  const [picking, setPicking] = useState<Picking>();
  useEffect(() => {
    target.current = focus;
  }, [focus]);
  useEffect(() => layer.current?.focus({ preventScroll: true }), []);
  useEffect(() => {
    const element = layer.current;
    // React's own wheel listeners cannot keep the console from scrolling.
    const turned = (event: WheelEvent) => {
      event.preventDefault();
      const box = element?.getBoundingClientRect();
      const at =
        box &&
        aimAt(replica, { x: (event.clientX - box.left) / scale, y: (event.clientY - box.top) / scale });
      if (at) desk.act({ type: 'Scroll', at, dx: event.deltaX, dy: event.deltaY });
    };
    element?.addEventListener('wheel', turned, { passive: false });
    return () => element?.removeEventListener('wheel', turned);
  }, [replica, scale, desk]);
  const throttle = useMemo(
    () =>
      new GuideThrottle<Aim>(({ node, x, y }) =>
        guide(encodeGuidance({ type: 'pointer', anchor: { node, x, y } })),
      ),
    [guide],
  );
  useEffect(() => () => throttle.drop(), [throttle]);

  const place = (event: PointerEvent) => {
    const box = event.currentTarget.getBoundingClientRect();
    return { x: (event.clientX - box.left) / scale, y: (event.clientY - box.top) / scale };
  };

  const press = (at: Aim, spot: { x: number; y: number }, second: boolean) => {
    const element = replica.element(at.node);
    if (!element) return;
    const meant = pressOn(element, at, second);
    if (meant.type === 'action') {
      target.current = at.node;
      desk.act(meant.action);
    } else setPicking({ press: meant, at, left: spot.x * scale, top: spot.y * scale });
  };

  const pressed = (event: KeyboardEvent) => {
    const stroke = keystroke(event.nativeEvent);
    if (stroke.type === 'paste') return;
    event.preventDefault();
    event.stopPropagation();
    const node = target.current;
    if (stroke.type === 'leave') onLeave();
    else if (stroke.type === 'text') desk.act({ type: 'Type', node, text: stroke.text, whole: false });
    else if (stroke.type === 'key') {
      // A space is a letter in a text, and a press on a button: the page knows which.
      desk.act({ type: 'Keys', node, keys: [stroke.key] });
      if (stroke.key.key === 'Tab') target.current = 0;
    }
  };

  const pasted = (event: ClipboardEvent) => {
    event.preventDefault();
    const text = event.clipboardData.getData('text/plain').slice(0, longestPasted);
    if (text) desk.act({ type: 'Type', node: target.current, text, whole: false });
  };

  const close = () => {
    setPicking(undefined);
    layer.current?.focus({ preventScroll: true });
  };

  return (
    <div
      ref={layer}
      className={styles['layer']}
      data-yielded={yielded || undefined}
      role="application"
      aria-label={control.layer}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: keys for the customer's page are typed here
      tabIndex={0}
      onKeyDown={pressed}
      onPaste={pasted}
      onContextMenu={(event) => event.preventDefault()}
      onPointerMove={(event) => {
        const at = aimAt(replica, place(event));
        if (!at) return;
        throttle.offer(at);
        if (at.node === over.current || from.current) return;
        over.current = at.node;
        desk.act({ type: 'Hover', at });
      }}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        setPicking(undefined);
        layer.current?.focus({ preventScroll: true });
        event.currentTarget.setPointerCapture(event.pointerId);
        const spot = place(event);
        const aim = aimAt(replica, spot);
        from.current = aim && { aim, ...spot };
      }}
      onPointerCancel={() => {
        from.current = undefined;
      }}
      onPointerUp={(event) => {
        const begun = from.current;
        from.current = undefined;
        if (!begun) return;
        const spot = place(event);
        if (Math.hypot(spot.x - begun.x, spot.y - begun.y) < shortest) {
          press(begun.aim, spot, event.detail === 2);
          return;
        }
        const to = aimAt(replica, spot) ?? aimOf(replica, begun.aim.node);
        if (to) desk.act({ type: 'Drag', at: begun.aim, to });
      }}
    >
      {picking && (
        <FieldPicker
          press={picking.press}
          left={picking.left}
          top={picking.top}
          onOption={(index) => {
            desk.act({ type: 'Select', at: picking.at, index });
            close();
          }}
          onValue={(text) => {
            desk.act({ type: 'Focus', at: picking.at });
            desk.act({ type: 'Type', node: picking.at.node, text, whole: true });
            close();
          }}
          onClose={close}
        />
      )}
    </div>
  );
}
