import { boxOf, type Point } from '../guide/element-box.ts';
import type { ActionOutcome } from '../protocol/protocol.gen.ts';
import type { Reached } from './aims.ts';
import { fire } from './enter-text.ts';
import { setNative } from './native-property.ts';
import type { AgentPointer } from './pointer.ts';

const moves = 10;
const between = 16;

export interface DragGround {
  /** What may be pointed at there. */
  under(at: Point): Element | undefined;
  waits(): boolean;
  pause(milliseconds: number): Promise<void>;
  watched(element: Element, step: () => void): ActionOutcome;
}

/** Presses, moves and lets go; lets go at once where the customer's own hand comes between. */
export async function drag(
  pointer: AgentPointer,
  { element, at: from }: Reached,
  to: Point,
  ground: DragGround,
): Promise<ActionOutcome> {
  const carried = element.closest<HTMLElement>('[draggable="true"]');
  let over = element;
  const begun = ground.watched(element, () => {
    pointer.move(element, from);
    pointer.down(element, from, 1);
  });
  const load = carried ? new DataTransfer() : undefined;
  const carries = !carried || (load !== undefined && carry(carried, 'dragstart', from, load));
  if (begun !== 'Done' || !carries) {
    pointer.cancel(element, from);
    return begun === 'Done' ? 'Failed' : begun;
  }
  for (let step = 1; step <= moves; step++) {
    await ground.pause(between);
    const at = {
      x: from.x + ((to.x - from.x) * step) / moves,
      y: from.y + ((to.y - from.y) * step) / moves,
    };
    if (ground.waits() || !element.isConnected) {
      pointer.cancel(element, at);
      if (carried && load) carry(carried, 'dragend', at, load);
      return ground.waits() ? 'Paused' : 'Gone';
    }
    const under = ground.under(at) ?? over;
    if (load && under !== over) carry(under, 'dragenter', at, load);
    if (load) carry(under, 'dragover', at, load);
    else ground.watched(under, () => pointer.move(under, at, true));
    over = under;
  }
  if (carried && load) {
    ground.watched(over, () => void carry(over, 'drop', to, load));
    carry(carried, 'dragend', to, load);
    // What is carried takes the pointer away, as browsers do.
    pointer.cancel(carried, to);
    return 'Done';
  }
  return ground.watched(over, () => pointer.up(over, to, 1));
}

function carry(target: Element, type: string, at: Point, dataTransfer: DataTransfer): boolean {
  const view = target.ownerDocument.defaultView ?? window;
  const init = { bubbles: true, cancelable: true, composed: true, clientX: at.x, clientY: at.y };
  return target.dispatchEvent(new view.DragEvent(type, { ...init, dataTransfer }));
}

/** Sets a range to where its thumb would be let go. */
export function setRange(range: HTMLInputElement, to: Point): void {
  const box = boxOf(range, window);
  if (!box) return;
  const style = getComputedStyle(range);
  const upright = style.writingMode.startsWith('vertical') || box.height > box.width * 2;
  let part = upright ? (box.y + box.height - to.y) / box.height : (to.x - box.x) / box.width;
  if (style.direction === 'rtl') part = 1 - part;
  const [min, max] = [Number(range.min || 0), Number(range.max || 100)];
  const value = min + (max - min) * Math.min(1, Math.max(0, part));
  const former = range.value;
  range.focus({ preventScroll: true });
  const step = range.step === 'any' ? 0 : Number(range.step || 1) || 1;
  const stepped = step ? min + Math.round((value - min) / step) * step : value;
  setNative(
    range as HTMLInputElement & Record<'value', unknown>,
    'value',
    String(Number(stepped.toFixed(6))),
  );
  if (range.value === former) return;
  fire(range, 'input');
  fire(range, 'change');
}
