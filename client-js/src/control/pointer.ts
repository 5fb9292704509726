import { viewportOffset } from '../capture/viewport-offset.ts';
import type { Point } from '../guide/element-box.ts';
import { agentPointerId, CaughtPointer } from './caught-pointer.ts';
import { upwards } from './composed.ts';

type PointerKind = 'over' | 'enter' | 'move' | 'down' | 'up' | 'cancel' | 'out' | 'leave';

/** An agent's pointer on the page: fires what a mouse would, in the order in which it would. */
export class AgentPointer {
  #over: Element | undefined;
  readonly #caught = new CaughtPointer();

  /** The pointer comes to stand over an element. */
  move(target: Element, at: Point, pressed = false): void {
    const former = this.#over;
    const buttons = pressed ? 1 : 0;
    if (former !== target) {
      const left = former?.isConnected ? former : undefined;
      if (left) {
        fire(left, 'out', at, { buttons });
        for (const each of upwards(left)) if (!each.contains(target)) fire(each, 'leave', at, { buttons });
      }
      fire(target, 'over', at, { buttons });
      const entered = [...upwards(target)].filter((each) => !former || !each.contains(former));
      for (const each of entered.reverse()) fire(each, 'enter', at, { buttons });
      this.#over = target;
    }
    fire(this.#caught.holder ?? target, 'move', at, { buttons });
  }

  /** Presses; the focus goes where it would, unless the page prevents it. */
  down(target: Element, at: Point, detail: number): void {
    this.#caught.start(target.ownerDocument.defaultView ?? window);
    const pointed = fire(target, 'down', at, { buttons: 1, detail });
    if (pointed.pointer && pointed.mouse) focusFor(target);
  }

  up(target: Element, at: Point, detail: number): void {
    fire(this.#caught.holder ?? target, 'up', at, { buttons: 0, detail });
    this.#caught.stop();
  }

  cancel(target: Element, at: Point): void {
    fire(this.#caught.holder ?? target, 'cancel', at, { buttons: 0 });
    this.#caught.stop();
  }

  click(target: Element, at: Point, detail: number): void {
    target.dispatchEvent(made(target, 'PointerEvent', 'click', at, { detail, buttons: 0 }));
    if (detail === 2)
      target.dispatchEvent(made(target, 'MouseEvent', 'dblclick', at, { detail, buttons: 0 }));
  }
}

interface Held {
  readonly buttons: number;
  readonly detail?: number;
}

const mouseKinds = {
  over: 'mouseover',
  enter: 'mouseenter',
  move: 'mousemove',
  down: 'mousedown',
  up: 'mouseup',
};
const leaving = { out: 'mouseout', leave: 'mouseleave', cancel: 'mouseup' };
const mouseNames: Readonly<Record<PointerKind, string>> = { ...mouseKinds, ...leaving };

/** The event of a pointer, and the mouse's own that follows; whether the page let them be. */
function fire(
  target: Element,
  kind: PointerKind,
  at: Point,
  held: Held,
): { pointer: boolean; mouse: boolean } {
  const pointer = target.dispatchEvent(made(target, 'PointerEvent', `pointer${kind}`, at, held));
  const mouse = target.dispatchEvent(made(target, 'MouseEvent', mouseNames[kind], at, held));
  return { pointer, mouse };
}

function made(
  target: Element,
  of: 'PointerEvent' | 'MouseEvent',
  type: string,
  at: Point,
  held: Held,
): Event {
  const view = target.ownerDocument.defaultView ?? window;
  const offset = viewportOffset(view, window) ?? { x: 0, y: 0 };
  const bubbles = !/(?:enter|leave)$/.test(type);
  return new view[of](type, {
    bubbles,
    cancelable: bubbles && !/cancel$/.test(type),
    composed: true,
    view,
    detail: held.detail ?? 0,
    clientX: at.x - offset.x,
    clientY: at.y - offset.y,
    screenX: at.x + screenX,
    screenY: at.y + screenY,
    button: /(?:down|up|click)$/.test(type) ? 0 : of === 'PointerEvent' ? -1 : 0,
    buttons: held.buttons,
    ...(of === 'PointerEvent'
      ? { pointerId: agentPointerId, pointerType: 'mouse', isPrimary: true, pressure: held.buttons ? 0.5 : 0 }
      : {}),
  });
}

/** The focus goes to the nearest element that takes it; where none does, it leaves where it was. */
export function focusFor(target: Element): void {
  const label = target.closest('label')?.control;
  for (const at of upwards(label ?? target)) {
    if (!isFocusable(at)) continue;
    (at as HTMLElement).focus({ preventScroll: true });
    return;
  }
  const active = target.ownerDocument.activeElement as HTMLElement | null;
  active?.blur?.();
}

export const isFocusable = (element: Element): boolean =>
  element.matches(
    'a[href],area[href],button:not(:disabled),input:not(:disabled):not([type="hidden"]),select:not(:disabled),textarea:not(:disabled),summary,iframe,[tabindex],[contenteditable]:not([contenteditable="false"])',
  );
